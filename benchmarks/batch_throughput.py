"""How much of an endpoint's throughput a batch uses: ``python -m benchmarks.batch_throughput``.

A server of its own process answers each request after a second, with the draft of a news article of some 3,000
characters. Ideal is what that server could do: articles divided by concurrency, times a second. Measured is the time
from the first request sent to the last article done; what a run needs to start and to end is told apart. CPU and
memory are those of the batch's own processes.

    --articles 500 --concurrency 50 --latency 1.0 --processes 2
"""

from __future__ import annotations

import argparse
import asyncio
import json
import multiprocessing
import os
import re
import tempfile
import threading
import time
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

PARAGRAPH = (
    "Die Reederei Nordsee kauft bis zu {ships} Fähren der Werft Ostkai in Emden. Der Auftrag ist rund {worth},1 "
    "Milliarden Euro wert, wie die Werft am Montag mitteilte. Die ersten vier Schiffe sollen im Mai 2027 ausgeliefert "
    "werden, das letzte bis Ende 2031. Damit wächst die Flotte um 12 Prozent. "
)
FILLER = (
    "Im Vorjahr hatte das Unternehmen {ships} Millionen Fahrgäste befördert, ein Plus von 3,4 Prozent. Der Umsatz "
    "stieg auf 812 Millionen Euro, der Gewinn auf 46,5 Millionen Euro. Vorstandschefin Anke Petersen sprach von einem "
    "guten Tag für die Küste; die Gewerkschaft forderte 250 weitere Stellen. "
)


def article(number: int) -> str:
    """An article of about 3,000 characters, another one for each number."""
    parts = [FILLER.format(ships=number + 40 + part) for part in range(8)]
    return PARAGRAPH.format(ships=number + 3, worth=number + 2) + "\n\n".join(["", *parts]) + "\n"


def draft(body: bytes) -> bytes:
    """The completion for a request: eight sentences with the article's figures. Written by hand."""
    text = body.rpartition(b'"user"')[2].decode()  # not parsed: the server shares its machine with what is measured
    ships, worth = re.search(r"bis zu (\d+)", text), re.search(r"rund (\d+),1", text)
    assert ships and worth  # noqa: PT018
    said = [
        ("The Nordsee shipping line is buying up to {} ferries from the Ostkai yard in Emden.", ships[1], "S1"),
        ("The order is worth about {}.1 billion euros.", worth[1], "S2"),
        ("The first four ships are to be delivered in May 2027.", "", "S3"),
        ("The fleet grows by 12 percent.", "", "S4"),
        ("Revenue rose to 812 million euros.", "", "S6"),
        ("Profit rose to 46.5 million euros.", "", "S6"),
    ]
    reply = {
        "headline": {"text": f"Nordsee to buy up to {ships[1]} ferries", "sources": ["S1"]},
        "sentences": [{"text": text.format(figure), "sources": [source]} for text, figure, source in said],
        "deals": [],
    }
    message = {"role": "assistant", "content": json.dumps(reply)}
    usage = {"prompt_tokens": 2400, "completion_tokens": 320, "total_tokens": 2720}
    return json.dumps({"choices": [{"index": 0, "finish_reason": "stop", "message": message}], "usage": usage}).encode()


def serve(pipe: Connection, latency: float) -> None:
    """An endpoint that answers after ``latency`` seconds; tells its port, and at the end what it saw."""
    asyncio.run(_serve(pipe, latency))


async def _serve(pipe: Connection, latency: float) -> None:
    seen: dict[str, float] = {"calls": 0, "first": 0.0, "under_way": 0, "most": 0, "last": 0.0}

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while head := await reader.readuntil(b"\r\n\r\n"):
                size = re.search(rb"(?i)content-length: *(\d+)", head)
                body = await reader.readexactly(int(size[1])) if size else b""
                if head.startswith(b"GET"):
                    answer = json.dumps({"data": [{"id": "bench"}]}).encode()
                else:
                    seen["calls"] += 1
                    seen["first"] = seen["first"] or time.time()
                    seen["under_way"] += 1
                    seen["most"] = max(seen["most"], seen["under_way"])
                    await asyncio.sleep(latency)
                    seen["under_way"] -= 1
                    seen["last"] = time.time()
                    answer = draft(body)
                writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: ")
                writer.write(str(len(answer)).encode() + b"\r\n\r\n" + answer)
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()

    server = await asyncio.start_server(talk, "127.0.0.1", 0, backlog=1024)
    pipe.send(server.sockets[0].getsockname()[1])
    await asyncio.get_running_loop().run_in_executor(None, pipe.recv)
    pipe.send(seen)
    server.close()


def measure(options: argparse.Namespace, folder: Path) -> dict[str, Any]:
    """One run, and what it took."""
    from summarizer import batch
    from summarizer.llm import Settings

    os.environ["SUMMARIZER_CACHE_DIR"] = str(folder / "cache")
    source = folder / "in"
    source.mkdir()
    for number in range(options.articles):
        (source / f"a{number:06}.txt").write_text(article(number), "utf-8")
    mine, theirs = multiprocessing.Pipe()
    server = multiprocessing.get_context("spawn").Process(target=serve, args=(theirs, options.latency), daemon=True)
    server.start()
    url = f"http://127.0.0.1:{mine.recv()}/v1"
    job = batch.Job(Settings(model="bench", base_url=url, context_tokens=32_000))
    ends: list[float] = []
    memory = Memory(server.pid or 0)
    used: list[tuple[int, tuple[float, float]]] = []

    def step(tally: batch.Tally) -> None:
        ends.append(time.time())
        if tally.done % 10 == 0:
            used.append((tally.done, memory.seconds()))

    begun = time.time()
    outcome = batch.run(
        [str(source)],
        folder / "out",
        job,
        batch.Limits(concurrency=options.concurrency),
        using=batch.engine("local", processes=options.processes),
        on_step=step,
    )
    wall = time.time() - begun
    memory.stop()
    serving = _seconds(server.pid or 0)
    mine.send("end")
    seen = mine.recv()
    server.kill()
    server.join()
    (first, before), (last, after) = used[len(used) // 5], used[-1]  # without the start: imports, tables
    assert outcome.tally.done == options.articles, outcome
    ideal = -(-seen["calls"] // options.concurrency) * options.latency
    return {
        "ideal": ideal,
        "work": max(ends) - seen["first"],
        "wall": wall,
        "most": seen["most"],
        "calls": seen["calls"],
        "desk": (after[0] - before[0]) / (last - first),
        "workers": (after[1] - before[1]) / (last - first),
        "server": serving / options.articles,
        "start": seen["first"] - begun,
        "memory": memory.rows,
    }


class Memory:
    """Resident memory of this process and its workers, once a second; CPU seconds of either when asked."""

    def __init__(self, without: int) -> None:
        self.rows: list[float] = []
        self._without = without
        self._ended = threading.Event()
        threading.Thread(target=self._look, daemon=True).start()

    def _look(self) -> None:
        while not self._ended.wait(1.0):
            self.rows.append(sum(map(_resident, (os.getpid(), *self._workers()))) / 1e6)

    def stop(self) -> None:
        """Look no more."""
        self._ended.set()

    def seconds(self) -> tuple[float, float]:
        """CPU seconds so far: this process's, its workers'."""
        return time.process_time(), sum(map(_seconds, self._workers()))

    def _workers(self) -> list[int]:
        """All that came from this process, but the endpoint."""
        found, new = set[int](), _children(os.getpid()) - {self._without}
        while new:
            found |= new
            new = set().union(*map(_children, new)) - found
        return sorted(found)


def _children(pid: int) -> set[int]:
    tasks = Path(f"/proc/{pid}/task")
    return {int(child) for each in tasks.glob("*/children") for child in _text(each).split()}


def _text(path: Path) -> str:
    try:
        return path.read_text()
    except OSError:  # a process that has ended
        return ""


def _resident(pid: int) -> int:
    return int((_text(Path(f"/proc/{pid}/statm")).split() or ["0", "0"])[1]) * os.sysconf("SC_PAGESIZE")


def _seconds(pid: int) -> float:
    fields = _text(Path(f"/proc/{pid}/stat")).rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK") if fields else 0.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=500)
    parser.add_argument("--concurrency", type=int, default=50)
    parser.add_argument("--latency", type=float, default=1.0)
    parser.add_argument("--processes", type=int, default=None)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found = measure(options, Path(folder))
    load = os.getloadavg()[0]
    print(
        f"articles {options.articles}, concurrency {options.concurrency}, latency {options.latency} s, load {load:.1f}"
    )
    print(f"{'ideal':<28}{found['ideal']:>8.2f} s")
    print(
        f"{'first request to last report':<28}{found['work']:>8.2f} s   {found['ideal'] / found['work']:.1%} of ideal"
    )
    print(f"{'before the first request':<28}{found['start']:>8.2f} s")
    print(f"{'whole run':<28}{found['wall']:>8.2f} s")
    print(f"{'requests under way, most':<28}{found['most']:>8.0f}")
    print(f"{'CPU an article, workers':<28}{found['workers'] * 1000:>8.1f} ms   reading, checking, client")
    print(f"{'CPU an article, desk':<28}{found['desk'] * 1000:>8.1f} ms   ledger, limits, files, the workers' socket")
    print(f"{'CPU an article, the server':<28}{found['server'] * 1000:>8.1f} ms   on the same machine")
    rows = found["memory"]
    if rows:
        third, late = rows[len(rows) // 3], max(rows[-len(rows) // 3 :])
        print(f"{'memory':<28}{third:>8.0f} MB after a third of the time, {late:.0f} MB at most in the last third")


if __name__ == "__main__":
    main()
