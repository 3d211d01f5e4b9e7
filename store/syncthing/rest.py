"""Asking Syncthing through its local REST interface; every refusal becomes a sentence."""

from __future__ import annotations

from contextlib import closing
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

import orjson

from store.fault import plain
from store.syncthing.settings import Unanswered


if TYPE_CHECKING:
    import ssl
    from collections.abc import Mapping
    from http.client import HTTPConnection

    from store.syncthing.settings import Settings

TIMEOUT = 2.0  # seconds
REFUSED = (HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN)
LARGEST = 1 << 24


class Refused(Unanswered):
    """Syncthing does not know the key."""


def ask(settings: Settings, path: str, **wanted: str) -> Any:
    """What Syncthing answers, from JSON. Raises Unanswered."""
    answer = _call(settings, "GET", path, wanted)
    try:
        return orjson.loads(answer)
    except orjson.JSONDecodeError as error:
        raise Unanswered(f"What answers at {settings.address} is not Syncthing.") from error


def tell(settings: Settings, path: str, **wanted: str) -> None:
    """Make Syncthing do something. Raises Unanswered."""
    _call(settings, "POST", path, wanted)


def _call(settings: Settings, method: str, path: str, wanted: Mapping[str, str]) -> bytes:
    from http.client import HTTPException
    from urllib.parse import urlencode

    target = f"{path}?{urlencode(wanted)}" if wanted else path
    try:
        with closing(_connection(settings)) as connection:
            connection.request(method, target, headers={"X-API-Key": settings.key})
            answer = connection.getresponse()
            status, body = answer.status, answer.read(LARGEST)
    except TimeoutError as error:
        raise Unanswered(
            f"Syncthing at {settings.address} does not answer within {TIMEOUT:.0f} s. "
            "It may be busy with a first scan."
        ) from error
    except OSError as error:
        raise Unanswered(f"{_silent(settings)} ({error.strerror or error}).") from error
    except HTTPException as error:
        raise Unanswered(f"What answers at {settings.address} is not Syncthing.") from error
    if status in REFUSED:
        raise Refused(
            f"Syncthing at {settings.address} refuses the key. 'callboard syncthing --key KEY' "
            "takes the one from its page (Actions, Settings, API Key)."
        )
    if status >= HTTPStatus.MULTIPLE_CHOICES:
        raise Unanswered(_other_answer(settings, status, body))
    return body


def _connection(settings: Settings) -> HTTPConnection:
    from http.client import HTTPConnection, HTTPSConnection

    scheme, _, place = settings.address.partition("://")
    if scheme.lower() == "http":
        return HTTPConnection(place, timeout=TIMEOUT)
    return HTTPSConnection(place, timeout=TIMEOUT, context=_trust(settings))


def _trust(settings: Settings) -> ssl.SSLContext:
    """Syncthing signs its own certificate; on this machine nobody stands between."""
    import ssl

    context = ssl.create_default_context()
    if settings.here:
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
    return context


def _silent(settings: Settings) -> str:
    return f"Syncthing does not answer at {settings.address}: is it running there?"


def _other_answer(settings: Settings, status: int, body: bytes) -> str:
    at, said = settings.address, plain(body.decode("utf-8", "replace").strip())
    if status < HTTPStatus.BAD_REQUEST:
        secure = at.replace("http://", "https://")
        return (
            f"Syncthing at {at} sends us elsewhere. Try 'callboard syncthing --address {secure}'."
        )
    if status == HTTPStatus.NOT_FOUND:
        return f"What answers at {at} is not Syncthing, or older than 1.12 ({said})."
    return f"Syncthing cannot do it: {said}."
