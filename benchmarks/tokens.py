"""Tokens sent for each token of the source, against one plain prompt: ``python -m benchmarks.tokens``.

A plain prompt is an instruction of two sentences and the article. Ours carries numbered sentences, the figures with
their ids, the terms, the rules and the schema of the reply, so that what comes back can be held against the source;
a long article is read in parts and the notes on them are merged. Counted with the tokeniser of gpt-4.1 in what is sent
over the wire; what is asked again after a check is not in it.
"""

from __future__ import annotations

import json
import re

from benchmarks.batch_throughput import article, draft
from summarizer import pipeline
from summarizer.llm.base import Ability
from summarizer.llm.completion import usage_of
from summarizer.llm.exchange import Answer, Call, Direct, Send
from summarizer.llm.openai_api import Endpoint, OpenAIModel, Traits
from summarizer.tokens import counter

PLAIN = (
    "You are an analyst. Summarise the following German article in English in about eight sentences, and list the "
    "deals that it reports with parties, amounts and dates.\n\n"
)
CONTEXT = 32_000


class Counting(Direct):
    """Answers from memory and remembers what it was sent."""

    def __init__(self) -> None:
        self.prompts: list[str] = []
        self.forms: list[str] = []

    def ask(self, call: Call, send: Send) -> Answer:  # noqa: ARG002 - nothing is sent
        """A draft with figures of the article; for a part of a long one, its notes."""
        self.prompts.append("\n".join(message["content"] for message in call.body["messages"]))
        form = call.body.get("response_format", {})
        self.forms.append(json.dumps(form))
        raw = _reply(form.get("json_schema", {}).get("schema", {}), call.body["messages"][-1]["content"])
        return Answer(raw, usage_of(raw))


def _reply(schema: dict[str, object], prompt: str) -> str:
    """The draft, cut to what the schema asks for and to ids that it knows. Written by hand."""
    ids = re.findall(r'"([A-Z]+\d[\d.]*)"', json.dumps(schema)) or re.findall(r"\b([SN]\d+)\b", prompt)
    if prompt.count("bis zu") == 1 and "headline" in json.dumps(schema):
        return draft(json.dumps({"messages": [{"content": prompt}]}).encode()).decode()
    first = next(name for name in ids if not name.startswith("F"))
    told = [{"text": "The Nordsee shipping line is buying ferries.", "sources": [first]}]
    whole = {"headline": told[0], "sentences": told, "deals": []}
    wanted = schema.get("properties", whole)
    assert isinstance(wanted, dict)
    message = {"role": "assistant", "content": json.dumps({name: whole[name] for name in whole if name in wanted})}
    return json.dumps({"choices": [{"index": 0, "finish_reason": "stop", "message": message}]})


def sent(text: str) -> tuple[int, int, int]:
    """Requests, tokens of their prompts, tokens of their schemas."""
    count, exchange = counter("gpt-4.1").count, Counting()
    endpoint, traits = Endpoint("http://127.0.0.1:9/v1"), Traits("gpt-4.1", CONTEXT, Ability.STRONG, count)
    with OpenAIModel(endpoint, traits, exchange) as model:
        pipeline.summarize(text, model=model)
    return len(exchange.prompts), sum(map(count, exchange.prompts)), sum(map(count, exchange.forms))


def main() -> None:
    count = counter("gpt-4.1").count
    print("| article | source tokens | requests | prompt tokens a source token | with schemas | one plain prompt |")
    print("| --- | --- | --- | --- | --- | --- |")
    for name, parts in (("news, one request", 1), ("long, in one window", 8), ("very long, in parts", 60)):
        text = "\n\n".join(article(number) for number in range(parts))
        source = count(text)
        requests, prompts, forms = sent(text)
        plain = count(PLAIN + text) / source
        print(
            f"| {name} ({len(text):,} characters) | {source:,} | {requests} | {prompts / source:.2f} | "
            f"{(prompts + forms) / source:.2f} | {plain:.2f} |"
        )


if __name__ == "__main__":
    main()
