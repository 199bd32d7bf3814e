"""The client against a real socket: what is sent, what is learnt, and what is said when it fails."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from typing import Any, Literal

import pytest
from pydantic import BaseModel, Field, field_validator

from summarizer.errors import EndpointError, ModelError, ReplyError
from summarizer.llm import Message, Model, ReplyMode, Settings, open_model
from summarizer.llm.settings import Secret
from tests import fault_server as faults
from tests.fault_server import KEY, Answer, FaultServer, Request, Script, chat, error, refusing, serve

ASK: list[Message] = [{"role": "system", "content": "Read."}, {"role": "user", "content": "Wer kauft was?"}]


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


class Deal(BaseModel):
    buyer: Literal["A", "B"]
    colour: Colour
    item: str = Field(max_length=20)

    @field_validator("item")
    @classmethod
    def _named(cls, item: str) -> str:
        if not item.strip():
            raise ValueError("must not be empty")
        return item


GOOD = json.dumps({"buyer": "A", "colour": "red", "item": "jets"})
EMPTY_ITEM = json.dumps({"buyer": "A", "colour": "red", "item": ""})


@contextmanager
def model_at(server: FaultServer, **changes: Any) -> Iterator[Model]:
    settings: dict[str, Any] = {
        "model": "test-model",
        "base_url": server.url,
        "api_key": Secret(KEY),
        "timeout": 5.0,
        "max_retries": 0,
        "context_tokens": 4000,
    }
    with open_model(Settings(**(settings | changes))) as model:
        yield model


def ask_of(*script: Script, **changes: Any) -> tuple[Any, FaultServer]:
    with serve(*script) as server, model_at(server, **changes) as model:
        return model.ask(ASK, Deal, max_tokens=100), server


def write_at(always: Script, **changes: Any) -> str:
    with serve(always=always) as server, model_at(server, **changes) as model:
        return model.write(ASK, max_tokens=5).value


# What is sent


def test_a_plain_request() -> None:
    with serve(chat("  Hello. ")) as server, model_at(server) as model:
        reply = model.write(ASK, max_tokens=77)
    assert reply.value == "Hello."
    assert (reply.usage.calls, reply.usage.prompt_tokens, reply.usage.completion_tokens) == (1, 10, 5)
    sent = server.requests[0]
    assert sent.headers["authorization"] == f"Bearer {KEY}"
    assert sent.json == {"model": "test-model", "messages": ASK, "max_tokens": 77, "temperature": 0, "seed": 7}


def test_a_strict_schema_is_sent_and_the_reply_read() -> None:
    reply, server = ask_of(chat(GOOD))
    assert reply.value == Deal(buyer="A", colour=Colour.RED, item="jets")
    assert reply.mode is ReplyMode.SCHEMA
    form = server.requests[0].json["response_format"]
    assert form["type"] == "json_schema"
    assert form["json_schema"]["strict"] is True
    assert form["json_schema"]["schema"]["additionalProperties"] is False


def test_half_a_surrogate_pair_is_replaced() -> None:
    with serve(chat("x")) as server, model_at(server) as model:
        model.write([{"role": "user", "content": "a\ud800b\x00"}], max_tokens=5)
    assert server.requests[0].json["messages"][0]["content"] == "a?b\x00"


def test_no_key_no_secret_header() -> None:
    with serve(chat("x")) as server, model_at(server, api_key=None) as model:
        model.write(ASK, max_tokens=5)
    assert server.requests[0].headers["authorization"] == "Bearer none"


def test_query_and_key_header_of_a_gateway() -> None:
    with serve(chat("x")) as server, model_at(server, query={"api-version": "2025-01-01"}) as model:
        model.write(ASK, max_tokens=5)
    sent = server.requests[0]
    assert sent.path.endswith("?api-version=2025-01-01")
    assert sent.headers["api-key"] == KEY
    assert "authorization" not in sent.headers


# What is learnt from refusals

REFUSES_SCHEMA = "Invalid parameter: 'response_format' of type 'json_schema' is not supported with this model."


def takes_forms(*taken: str) -> Callable[[Request], Answer]:
    """An endpoint that takes only some types of response_format, or none."""

    def answer(request: Request) -> Answer:
        form = request.json.get("response_format", {}).get("type")
        return error(400, REFUSES_SCHEMA) if form is not None and form not in taken else chat(GOOD)

    return answer


@pytest.mark.parametrize(
    ("taken", "mode", "calls"),
    [
        (("json_schema", "json_object"), ReplyMode.SCHEMA, 1),
        (("json_object",), ReplyMode.OBJECT, 2),
        ((), ReplyMode.TEXT, 3),
    ],
)
def test_the_best_form_an_endpoint_takes_is_found_and_remembered(
    taken: tuple[str, ...], mode: ReplyMode, calls: int
) -> None:
    with serve(always=takes_forms(*taken)) as server, model_at(server) as model:
        assert model.ask(ASK, Deal, max_tokens=50).mode is mode
        assert len(server.requests) == calls
        assert model.ask(ASK, Deal, max_tokens=50).notes == ()
        assert len(server.requests) == calls + 1
    last = server.requests[-1].json["messages"][-1]["content"]
    assert ("additionalProperties" in last) is (mode is not ReplyMode.SCHEMA)


def test_a_server_that_dies_of_a_schema_gets_a_plainer_request() -> None:
    reply, _ = ask_of(error(500, "failed to parse grammar"), chat(GOOD))
    assert reply.mode is ReplyMode.OBJECT


def test_a_server_that_dies_of_something_else_does_not() -> None:
    with pytest.raises(EndpointError, match="failed with status 500"):
        ask_of(error(500, "out of memory"), chat(GOOD))


def test_a_schema_taken_and_ignored_goes_into_the_prompt() -> None:
    reply, server = ask_of(chat("The buyer is A."), chat(f"Sure:\n```json\n{GOOD}\n```"))
    assert reply.value.buyer == "A"
    assert reply.mode is ReplyMode.OBJECT
    assert any("did not keep" in note for note in reply.notes)
    assert "additionalProperties" in server.requests[1].json["messages"][-1]["content"]


@pytest.mark.parametrize(
    ("name", "message", "left"),
    [
        ("temperature", "Unsupported value: 'temperature' does not support 0 with this model.", "seed"),
        ("seed", "Unrecognized request argument supplied: seed", "temperature"),
        ("seed", "Extra inputs are not permitted", "temperature"),
    ],
)
def test_a_parameter_refused_is_dropped_for_good(name: str, message: str, left: str) -> None:
    with serve(always=refusing(name, message, chat("x"))) as server, model_at(server) as model:
        model.write(ASK, max_tokens=5)
        model.write(ASK, max_tokens=5)
    assert len(server.requests) == 3
    assert name not in server.requests[-1].json
    assert left in server.requests[-1].json


def test_the_limit_gets_the_name_the_endpoint_knows() -> None:
    message = "Unsupported parameter: 'max_tokens' is not supported. Use 'max_completion_tokens' instead."
    with serve(always=refusing("max_tokens", message, chat("x"))) as server, model_at(server) as model:
        model.write(ASK, max_tokens=5)
    assert server.requests[-1].json["max_completion_tokens"] == 5


def test_an_endpoint_that_refuses_everything_is_not_asked_without_end() -> None:
    with serve(always=error(400, "max_tokens temperature seed json_schema")) as server, model_at(server) as model:
        with pytest.raises(EndpointError, match="refuses the request with status 400"):
            model.ask(ASK, Deal, max_tokens=5)
        assert len(server.requests) <= 6


# Replies that are not what was asked for


def test_errors_are_sent_back_once() -> None:
    reply, server = ask_of(chat(EMPTY_ITEM), chat(GOOD))
    assert reply.value.item == "jets"
    assert reply.mode is ReplyMode.SCHEMA
    assert reply.usage.calls == 2
    assert "must not be empty" in reply.notes[0]
    assert [m["role"] for m in server.requests[1].json["messages"]] == ["system", "user", "assistant", "user"]
    assert "must not be empty" in server.requests[1].json["messages"][-1]["content"]


def test_errors_are_not_sent_back_twice() -> None:
    with pytest.raises(ReplyError, match=r"test-model at http://127.*\(item: Value error, must not be empty\)"):
        ask_of(chat(EMPTY_ITEM), chat(EMPTY_ITEM), chat(GOOD))


Id = StrEnum("Id", {f"S{number}": f"S{number}" for number in range(1, 26)})  # type: ignore[misc]


class Citing(BaseModel):
    sources: list[Id]
    only: Literal["S1"] | None = None


@pytest.mark.parametrize(
    ("reply", "said"),
    [
        ({"sources": ["S1", "S99"]}, "sources.1: cites S99, which does not exist"),
        ({"sources": ["S1"], "only": "S2"}, "only: cites S2, which does not exist"),
        ({"sources": [7]}, "sources.0: cites 7, which does not exist"),
        ({"sources": ["x" * 999 + "\x1b[2J"]}, f"sources.0: cites {'x' * 19}…, which does not exist"),
    ],
)
def test_an_id_that_is_none_is_named_without_all_that_are(reply: dict[str, Any], said: str) -> None:
    with serve(always=chat(json.dumps(reply))) as server, model_at(server) as model:
        with pytest.raises(ReplyError) as caught:
            model.ask(ASK, Citing, max_tokens=50)
        assert f"({said})" in str(caught.value)
        assert said in server.requests[-1].json["messages"][-1]["content"]
    assert "S25" not in str(caught.value)


def test_a_choice_of_words_is_told_with_its_words() -> None:
    with pytest.raises(ReplyError, match="'red' or 'blue'"):
        ask_of(*[chat(GOOD.replace("red", "green"))] * 3)


@pytest.mark.parametrize("finish", ["length", "max_tokens"])
def test_a_reply_cut_off_is_asked_for_again_with_more_room(finish: str) -> None:
    reply, server = ask_of(chat(GOOD[:20], finish=finish), chat(GOOD))
    assert reply.value.item == "jets"
    assert [request.json["max_tokens"] for request in server.requests] == [100, 200]
    assert "cut off at 100 tokens" in reply.notes[0]


def thinking(text: str, thoughts: int, finish: str = "stop") -> Answer:
    answer = json.loads(chat(text, finish=finish).body)
    answer["usage"]["completion_tokens_details"] = {"reasoning_tokens": thoughts}
    return faults.reply(answer)


def test_a_model_that_thinks_gets_room_for_it_from_then_on() -> None:
    answers = thinking("", 100, "length"), thinking(GOOD, 2000), thinking(GOOD, 900)
    with serve(*answers) as server, model_at(server, context_tokens=50_000) as model:
        model.ask(ASK, Deal, max_tokens=100)
        model.ask(ASK, Deal, max_tokens=100)
    assert [request.json["max_tokens"] for request in server.requests] == [100, 200 + 8192, 100 + 8192]


def test_a_model_that_thinks_gets_no_more_than_its_context() -> None:
    opened = serve(always=thinking("", 100, "length"))
    with opened as server, model_at(server, context_tokens=900) as model, pytest.raises(ReplyError, match="is full"):
        model.write(ASK, max_tokens=100)
    assert 700 < server.requests[-1].json["max_tokens"] < 900


def test_a_reply_cut_off_without_room_is_an_error() -> None:
    with pytest.raises(ReplyError, match="cut off at 100 tokens"):
        ask_of(chat(GOOD[:20], finish="length"), chat(GOOD), context_tokens=120)


def test_a_text_cut_off_twice_is_an_error() -> None:
    with serve(always=chat("One two", finish="length")) as server, model_at(server) as model:
        with pytest.raises(ReplyError, match="cut off at 20 tokens"):
            model.write(ASK, max_tokens=10)
        assert len(server.requests) == 2


def test_thoughts_are_no_part_of_a_text() -> None:
    with serve(chat("<think>Hm, {}.</think>\nHello.")) as server, model_at(server) as model:
        assert model.write(ASK, max_tokens=10).value == "Hello."


def test_an_empty_text_is_asked_for_again_and_then_an_error() -> None:
    with serve(chat(""), chat("Hello."), chat(None), chat("")) as server, model_at(server) as model:
        assert model.write(ASK, max_tokens=10).value == "Hello."
        with pytest.raises(ReplyError, match="empty answer twice"):
            model.write(ASK, max_tokens=10)


def test_content_in_parts_is_joined() -> None:
    parts = [{"type": "text", "text": "Hel"}, {"type": "text", "text": "lo."}]
    with serve(chat(parts)) as server, model_at(server) as model:  # type: ignore[arg-type]
        assert model.write(ASK, max_tokens=10).value == "Hello."


@pytest.mark.parametrize(
    ("answer", "kind", "words"),
    [
        (chat(None, refusal="I can't help with that."), ReplyError, "declined to answer (I can't help with that.)"),
        (chat("", finish="content_filter"), ReplyError, "content filter"),
        (faults.reply({"choices": []}), ReplyError, "without any choices"),
        (faults.reply({"object": "x"}), ReplyError, "without any choices"),
        (faults.reply({"error": {"message": "Provider is down"}}), EndpointError, "Provider is down"),
        (faults.reply([1, 2]), EndpointError, "something else instead of"),
        (Answer(200, b"\xff\xfe not json"), EndpointError, "something else instead of"),
        (Answer(200, b"[" * 100_000), EndpointError, "something else instead of"),
        (faults.page(), EndpointError, "a web page instead of"),
    ],
)
def test_an_answer_that_is_none(answer: Answer, kind: type[ModelError], words: str) -> None:
    with serve(answer) as server, model_at(server) as model, pytest.raises(kind) as caught:
        model.write(ASK, max_tokens=10)
    assert words in str(caught.value)


def test_strange_usage_is_not_counted() -> None:
    odd = json.loads(chat("x").body) | {"usage": {"prompt_tokens": "many", "completion_tokens": -4}}
    with serve(faults.reply(odd)) as server, model_at(server) as model:
        assert model.write(ASK, max_tokens=10).usage.completion_tokens == 0


def test_a_prompt_that_the_endpoint_cut_is_said() -> None:
    long: list[Message] = [{"role": "user", "content": "Wortwahl " * 4000}]
    answers = chat("x", usage=(8000, 1)), chat("x", usage=(2048, 1)), chat("x", usage=(2048, 1))
    with serve(*answers) as server, model_at(server, context_tokens=32_000) as model:
        assert model.write(long, max_tokens=5).notes == ()
        assert "read only 2,048 of about" in model.write(long, max_tokens=5).notes[0]
        assert model.write(long, max_tokens=5).notes == ()


# Failures


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (error(401, f"Incorrect API key provided: {KEY}."), "does not accept the key; check OPENAI_API_KEY"),
        (error(403, "Project has no access"), "access to test-model (Project has no access); ask for access"),
        (error(404, "The model `test-model` does not exist"), "has no model test-model"),
        (faults.page(404), "no such address; check --model and --base-url"),
        (error(429, "You exceeded your current quota"), "exceeded your current quota"),
        (error(503, "overloaded"), "failed with status 503 (overloaded); try again later"),
        (faults.page(502), "failed with status 502; try again later"),
        (error(418, "teapot"), "refuses the request with status 418 (teapot)"),
        (Answer(302, headers={"Location": "http://127.0.0.1:9/"}), "redirects to another address"),
        (faults.truncated(), "broke off the connection"),
        (faults.resets(), "broke off the connection"),
        (faults.hangs(), "gave no answer within 0.4 seconds"),
        (error(400, "This model's maximum context length is 8 tokens"), "longer than the context of test-model"),
        (error(400, "\x1b[31mevil\x1b[0m\nline " + "x" * 5000), "([31mevil"),
    ],
)
def test_a_failure_is_one_sentence_that_names_the_endpoint(answer: Answer, words: str) -> None:
    with serve(always=answer) as server, model_at(server, timeout=0.4) as model, pytest.raises(ModelError) as caught:
        model.write(ASK, max_tokens=10)
    message = str(caught.value)
    assert words in message
    assert server.url in message
    assert KEY not in message
    assert "\n" not in message
    assert "\x1b" not in message
    assert len(message) < 500


def test_nothing_listens() -> None:
    url = f"http://127.0.0.1:{faults.unused_port()}/v1"
    settings = Settings(model="m", base_url=url, max_retries=0, context_tokens=100)
    with pytest.raises(EndpointError, match=f"Nothing answers at {url}; start the"), open_model(settings):
        pass


def test_encryption_asked_of_a_server_that_has_none() -> None:
    with serve(chat("x")) as server:
        url = server.url.replace("http:", "https:")
        opened = model_at(server, base_url=url)
        with pytest.raises(EndpointError, match=r"not trusted .*; check the"), opened:
            pass


def test_no_such_host() -> None:
    settings = Settings(model="m", base_url="http://no-such-host.invalid/v1", max_retries=0, context_tokens=100)
    with pytest.raises(EndpointError, match=r"no-such-host\.invalid"), open_model(settings):
        pass


def test_an_endpoint_that_goes_away_says_so() -> None:
    with contextlib.ExitStack() as stack:
        server = stack.enter_context(serve())
        model = stack.enter_context(model_at(server))
        server.stop()
        with pytest.raises(EndpointError, match=f"Nothing answers at {server.url}; start the"):
            model.write(ASK, max_tokens=5)


@pytest.mark.parametrize("host", ["a" * 300, "a..b", ".", "999.1.1.1", "u:p@١٢٧.0.0.1"])
def test_an_address_that_is_none(host: str) -> None:
    settings = Settings(model="m", base_url=f"http://{host}/v1", context_tokens=100)
    with pytest.raises(EndpointError, match="is no address to send requests to") as caught, open_model(settings):
        pass
    assert "u:p" not in str(caught.value)


def test_credentials_in_the_address_are_never_shown() -> None:
    with serve(always=error(500)) as server:
        url = server.url.replace("http://", "http://user:geheim@") + "?token=geheim"
        with model_at(server, base_url=url) as model:
            assert "geheim" not in model.endpoint
            with pytest.raises(EndpointError) as caught:
                model.write(ASK, max_tokens=5)
    assert "geheim" not in str(caught.value)


def test_what_may_pass_is_tried_again() -> None:
    with serve(error(503), faults.resets(), error(429), chat("Hello.")) as server:
        with model_at(server, max_retries=3) as model:
            assert model.write(ASK, max_tokens=5).value == "Hello."
        assert len(server.requests) == 4


@pytest.mark.parametrize("status", [400, 401, 403, 404])
def test_what_will_not_pass_is_not(status: int) -> None:
    with serve(always=error(status)) as server, model_at(server, max_retries=3) as model:
        with pytest.raises(EndpointError):
            model.write(ASK, max_tokens=5)
        assert len(server.requests) == 1


def test_a_proxy_is_not_asked_for_loopback(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, f"http://127.0.0.1:{faults.unused_port()}")
    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.delenv("NO_PROXY", raising=False)
    with serve(chat("Hello.")) as server, model_at(server) as model:
        assert model.write(ASK, max_tokens=5).value == "Hello."


# A key has no common form: an Azure key is 32 hexadecimal digits, a gateway's may be a JSON web token.
HEX_KEY = "9f8e7d6c5b4a39281706f5e4d3c2b1a0"
TOKEN_KEY = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJwcmVzcyJ9.c2lnbmF0dXJlX29mX25vYm9keQ"


@pytest.mark.parametrize("key", [KEY, HEX_KEY, TOKEN_KEY, "geheim7"])
@pytest.mark.parametrize("shown", ["{key}", "{key:.12}***", "***{end}", "Bearer {key}.", "api-key={key}&x", "a{key}b"])
@pytest.mark.parametrize("status", [200, 400, 401, 403, 404, 429, 500])
def test_a_key_that_an_endpoint_repeats_is_not_repeated(key: str, shown: str, status: int) -> None:
    words = f"Bad key {shown.format(key=key, end=key[-12:])} here"
    answer = faults.reply({"error": {"message": words}}, status, **{"retry-after-ms": "1"})
    opened = serve(always=answer)
    with opened as server, model_at(server, api_key=Secret(key)) as model, pytest.raises(EndpointError) as caught:
        model.write(ASK, max_tokens=5)
    message = str(caught.value)
    parts = [key[at : at + 8] for at in range(max(1, len(key) - 7))]
    assert [part for part in parts if part in message] == []
    assert status == 401 or "Bad key" in message  # what is not secret stays


def test_a_key_at_the_place_where_words_are_cut_is_not_half_shown() -> None:
    for filler in range(170, 215):
        with pytest.raises(EndpointError) as caught:
            write_at(error(400, "x" * filler + HEX_KEY), api_key=Secret(HEX_KEY))
        assert HEX_KEY[:8] not in str(caught.value)


@pytest.mark.parametrize("key", [HEX_KEY, TOKEN_KEY])
def test_a_key_in_a_refusal_or_a_signed_address_is_not_repeated(key: str) -> None:
    with pytest.raises(ReplyError, match=r"declined to answer \(Not with \[key\]"):
        write_at(chat(None, refusal=f"Not with {key}."), api_key=Secret(key))
    with pytest.raises(EndpointError, match=r"sig=\[key\] is wrong"):
        write_at(error(400, f"sig={key} is wrong"), query={"sig": key})
