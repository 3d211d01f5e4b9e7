"""The words lists use for a field, in English, German and French; one table, easy to add to."""

from __future__ import annotations


FIRST_NAME = "first name"
LAST_NAME = "last name"
A_NUMBER = "a number"
THE_CAST = "the cast"
A_CONTACT = "a contact"

SYNONYMS = {
    "name": (
        "name, full name, crew name, crew member, artist, artiste, actor, actress, performer, "
        "talent, played by, artist name, actor name, cast name, person, contact name, contact "
        "person, name vorname, vor- und nachname, vorname nachname, darsteller, darstellerin, "
        "schauspieler, besetzung, mitarbeiter, ansprechpartner, nom et prénom, nom prénom, "
        "prénom nom, prénom et nom, nom complet, comédien, comédienne, acteur, actrice, "
        "interprète, technicien"
    ),
    FIRST_NAME: "first name, first, given name, forename, vorname, prénom, rufname",
    LAST_NAME: "last name, last, surname, family name, nachname, familienname, nom, nom de famille",
    "category": "category, kategorie, catégorie, cast/crew, crew/cast, cast or crew",
    "role": (
        "role, position, job, job title, title, function, crew position, funktion, beruf, "
        "tätigkeit, position/funktion, aufgabe, fonction, poste, métier, emploi"
    ),
    "department": (
        "department, dept, depts, departments, departement, abteilung, abt, gewerk, bereich, "
        "département, dépt, dép, service, équipe"
    ),
    "character": (
        "character, character name, char, part, figur, charakter, rolle, rollenname, "
        "rollenbezeichnung, personnage, cast role, role name"
    ),
    "cast": (
        "cast no, cast number, cast id, cast nr, cast #, board id, rollen nr, rollennummer, "
        "darsteller nr, no de rôle, n° de rôle, numéro de rôle, char no, character no, artist "
        "no"
    ),
    A_NUMBER: "no, nr, number, id, n, num, numéro, nummer",
    THE_CAST: "cast",
    A_CONTACT: "contact, kontakt",
    "phones": (
        "phone, phones, telephone, tel, mobile, mob, cell, cell phone, cellphone, mobile phone, "
        "handy, handynummer, telefon, telefonnummer, mobil, mobiltelefon, natel, festnetz, "
        "rufnummer, téléphone, tél, portable, mobile number, phone number, contact number, "
        "contact no, landline, work phone, home phone, office phone, gsm, fixe, numéro de "
        "téléphone, mobilnummer, whatsapp, telno, phone no"
    ),
    "emails": (
        "email, emails, mail, email address, mail address, e-mail-adresse, mailadresse, "
        "courriel, adresse mail, adresse e-mail, mél, adresse électronique, work email, private "
        "email"
    ),
    "languages": (
        "language, languages, sprache, sprachen, langue, langues, languages spoken, fremdsprachen"
    ),
    "diet": (
        "diet, dietary, dietary requirements, dietary needs, dietary restrictions, "
        "diet/allergies, allergies, food, food restrictions, meal, catering, ernährung, "
        "verpflegung, allergien, diät, ernährung/allergien, régime, régime alimentaire, "
        "allergie, repas, special diet"
    ),
    "agent": (
        "agent, agency, agent/agency, agent contact, representation, agentur, agence, agent "
        "artistique, management, agents"
    ),
    "company": (
        "company, companies, firm, firma, unternehmen, loan out, société, entreprise, vendor, "
        "supplier, lieferant, fournisseur, organisation, organization"
    ),
    "address": (
        "address, home address, postal address, street, city, town, postcode, zip, adresse, "
        "anschrift, wohnort, ort, plz, plz/ort, strasse, straße, rue, ville, code postal, "
        "domicile, adresse postale"
    ),
    "start": (
        "start, start date, starts, from, first day, in, on, begin, beginn, startdatum, "
        "drehbeginn, vertragsbeginn, eintritt, von, début, date de début, entrée, du, date "
        "début, arrivée, start work"
    ),
    "finish": (
        "finish, finish date, end, end date, wrap, wrap date, wrap/finish, last day, out, "
        "until, ende, enddatum, vertragsende, austritt, bis, fin, date de fin, sortie, au, date "
        "fin, finish work"
    ),
    "holds": "hold, holds, hold dates, hold days, optionstage, haltetage",
    "short": (
        "nickname, known as, initials, short, short name, aka, kürzel, spitzname, surnom, "
        "initiales, goes by, kurzname"
    ),
    "note": (
        "note, notes, remark, remarks, comment, comments, bemerkung, bemerkungen, notiz, "
        "notizen, anmerkung, anmerkungen, kommentar, remarque, remarques, commentaire, "
        "commentaires, observations"
    ),
}

ACTORS = (
    "actor, actress, artist, artiste, performer, talent, darsteller, darstellerin, schauspieler, "
    "comédien, comédienne, acteur, actrice, interprète"
)
"""Headers over the people who play; a Role beside one of them is a character."""

SOMEBODY_ELSES = (
    "emergency, notfall, urgence, kin, ice, partner, driver, fahrer, passport, pass, "
    "visa, licence, "
    "license, insurance"
)
"""Words in a header whose column is not about the person's own phone, name or dates."""

AGENTS = "agent, agents, agency, agentur, agence"
"""Words in a header whose column is about the person's agent."""

CATEGORIES = {
    "crew": "crew, team, staff, stab, équipe, technique",
    "cast": (
        "cast, actor, actors, actress, artist, artists, artistes, talent, principal, principals, "
        "besetzung, darsteller, schauspieler, ensemble, comédien, comédiens, distribution, acteurs"
    ),
    "vendor": (
        "vendor, vendors, supplier, suppliers, lieferant, lieferanten, fournisseur, fournisseurs"
    ),
    "contact": "contact, contacts, kontakt, kontakte",
    "extra": (
        "extra, extras, background, bg, komparsen, komparse, statisten, figuration, figurants"
    ),
}
