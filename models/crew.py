"""The people of a production, and the times they are called for."""

from typing import Annotated

from models.fields import (
    Count,
    Date,
    Dates,
    DepartmentName,
    Emails,
    Languages,
    PersonId,
    Phones,
    Time,
    Uid,
    Words,
    Yes,
)
from models.fields.base import Choice
from models.record import Lapse, Need, Record, slot


class Person(Record):
    """Anyone the production deals with: crew, cast, a vendor, a contact."""

    word, plural, pane = "person", "people", "crew"
    aliases = ("crew", "cast", "contact", "vendor")
    commas = True
    needs = (Need(("name", "character"), "a person needs a name"),)
    example = "Anna Keller, gaffer, electric, +41 79 555 01 22, anna@example.org"

    name: Words | None = slot(
        title=True,
        column=1,
        headers=(
            "name, full name, crew member, artist, actor, actress, performer, "
            "darsteller, darstellerin, schauspieler, schauspielerin, comédien, "
            "comédienne, acteur, interprète, nom complet, name vorname, nom prénom, "
            "nom et prénom"
        ),
    )
    role: Words | None = slot(
        "position",
        rest=True,
        column=1,
        headers=(
            "role, position, job, job title, title, function, funktion, beruf, "
            "tätigkeit, stelle, fonction, poste, métier"
        ),
    )
    department: DepartmentName | None = slot(
        "dept",
        bare=True,
        rest=True,
        column=2,
        headers="department, dept, abteilung, gewerk, département, service, équipe",
    )
    phones: Phones = slot(
        "phone",
        "tel",
        "mobile",
        bare=True,
        label="phone",
        column=2,
        headers=(
            "phone, phones, mobile, cell, cell phone, tel, telephone, mobile phone, "
            "handy, telefon, mobil, natel, mobiltelefon, téléphone, portable, "
            "numéro"
        ),
    )
    emails: Emails = slot(
        "email",
        "mail",
        bare=True,
        label="e-mail",
        column=4,
        headers=(
            "email, e-mail, mail, email address, e-mail-adresse, adresse mail, "
            "courriel, adresse e-mail"
        ),
    )
    character: Words | None = slot(
        "as",
        column=5,
        headers="character, role played, figur, charakter, personnage, rôle, rolle",
    )
    cast: Count | None = slot(
        "castno",
        label="cast no.",
        column=5,
        headers="cast no, cast number, cast id, no, nr, id, n°, numéro de rôle",
    )
    board: Words | None = slot("board_id", label="board no.", headers="board id, board no")
    category: (
        Annotated[
            str,
            Choice(
                crew=(),
                cast=("artist", "actor"),
                vendor=("supplier",),
                contact=(),
                extra=("extras", "background", "sa"),
            ),
        ]
        | None
    ) = slot(bare=True, column=6, headers="category, kategorie, catégorie")
    short: Words | None = slot("nick", label="called", headers="nickname, rufname, surnom")
    company: Words | None = slot(headers="company, firma, société, supplier, vendor")
    agent: Words | None = slot(headers="agent, agency, agentur, agence")
    languages: Languages = slot("lang", "speaks", headers="languages, language, sprachen, langues")
    diet: Words | None = slot(
        "eats",
        headers=("diet, dietary, diet/allergies, ernährung, verpflegung, régime, allergies"),
    )
    address: Words | None = slot(headers="address, adresse, anschrift, home address")
    start: Date | None = slot(
        "from",
        headers="start, start date, first day, beginn, start datum, début, ab, von, du",
    )
    finish: Date | None = slot(
        "until",
        "to",
        headers="finish, finish date, end, end date, wrap, last day, ende, fin, bis, au",
    )
    oncall: Yes | None = slot("oc", label="on call", headers="on call, o/c")
    minor: Yes | None = slot("child", headers="minor, child, kind, mineur")
    dressing: Words | None = slot("dr", label="dressing room", headers="dressing room, d/r")
    holds: Dates = slot("hold", label="on hold")
    held: Yes | None = slot(label="held between work days")
    drop_after: Count | None = slot(label="dropped over (days)")
    off: Dates = slot(label="days off")
    parked: Words | None = slot(label="parked")
    uid: Uid | None = slot(label="id in the schedule file")


class Call(Record):
    """When a person or a department is wanted on one production day."""

    word, plural, pane = "call", "calls", "crew"
    needs = (
        Need(("person", "department"), "a call needs a person or a department (or all)"),
        Need(("call", "hmu", "costume", "onset", "wrap"), "a call needs a time (0630)"),
    )
    same = ("day", "person", "department")
    lapses = (Lapse("status", "planned", ("day", "call", "hmu", "costume", "onset")),)
    lists = "call times, call sheet, callsheet, tagesdispo, disposition, feuille de service"
    example = "anna hmu 0610 set 0730"

    day: Date | None = slot(
        "on", bare=True, view_day=True, column=4, headers="date, datum, tag, jour"
    )
    person: PersonId | None = slot(
        bare=True,
        column=1,
        headers=(
            "name, artist, artiste, cast, actor, actress, who, crew member, "
            "darsteller, darstellerin, schauspieler, wer, nom, comédien, comédienne"
        ),
    )
    department: DepartmentName | None = slot(
        "dept", bare=True, column=1, headers="abteilung, gewerk, département"
    )
    call: Time | None = slot(
        bare=True,
        moves=True,
        column=1,
        headers=(
            "call time, crew call, report, report time, arrive, arr, arr base, "
            "arrival, dispo, dispozeit, beginn, ankunft, convocation, heure"
        ),
    )
    hmu: Time | None = slot(
        "makeup",
        "hair",
        label="HMU",
        moves=True,
        column=2,
        headers="m/u & hair, m/u, make up, hair & make up, maske, maquillage, coiffure",
    )
    costume: Time | None = slot(
        "cos", "wardrobe", moves=True, column=2, headers="kostüm, garderobe"
    )
    onset: Time | None = slot(
        "set",
        label="on set",
        moves=True,
        column=2,
        headers="set call, on-set, am set, drehfertig, prêt à tourner",
    )
    wrap: Time | None = slot(column=3, headers="est wrap, out, ende, drehschluss, fin")
    status: Annotated[str, Choice(planned=(), told=("sent",), confirmed=("conf", "ok"))] | None = (
        slot(bare=True, column=1, headers="status, état")
    )
    remark: Words | None = slot(
        "rem", column=5, headers="remarks, notes, bemerkung, bemerkungen, remarques"
    )
