"""What the description takes beside JSON and forms: the fuzzer knows no mails."""

from schemathesis.transport.requests import REQUESTS_TRANSPORT


@REQUESTS_TRANSPORT.serializer("message/rfc822")
def mail(_context, value):
    return {"data": value if isinstance(value, bytes) else str(value).encode("utf-8", errors="replace")}
