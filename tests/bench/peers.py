"""Other programs that keep people, time or tasks, and what they do on the data of a book.

Each puts the book's records into its own form: an interaction is a task that is done, a transaction
or nothing, a contact a vCard. `jobs` gives what is measured: its name, the program's command, and
the words of the stead command that does the same.
"""
import dataclasses
import json
import shlex
import uuid
from collections.abc import Callable


def shell(command):
    return f"sh -c {shlex.quote(command)}"


def name_of(records, handle):
    return next(c["name"] for c in records["contacts"] if c["id"] == handle)


def jq(place, records, client):
    book = place / "book.json"
    book.write_text(json.dumps(records, ensure_ascii=False))
    new = '{id: "new22222", at: "2026-08-03", with: [$who], text: "hello"}'
    add = f"jq --arg who {client} '.interactions += [{new}]' {book} > {book}.new"
    yield "add one", shell(f"{add} && sync {book}.new && mv {book}.new {book}"), ["log", client, "hello"]
    yield ("who covers",
           f"jq --arg who {client} '.contacts[] | select(.id == $who).cover' {book}",
           ["who", "covers", client])
    yield ("search", f"jq '.interactions[] | select(.text | test(\"invoice\"; \"i\"))' {book}",
           ["search", "invoice"])


def taskwarrior(place, records, client):
    lines = []
    for number, each in enumerate(records["interactions"]):
        lines.append(f'[description:"{each["text"]}" end:"1785700000" entry:"1785700000" '
                     f'project:"{each["with"][0] if each.get("with") else ""}" status:"completed" '
                     f'uuid:"{uuid.UUID(int=number + 1)}"]\n')
    (place / "completed.data").write_text("".join(lines))
    for empty in ("pending.data", "undo.data", "backlog.data"):
        (place / empty).touch()
    (place / "rc").write_text(f"data.location={place}\nconfirmation=no\nhooks=off\n")
    task = f"task rc:{place}/rc rc.verbose=nothing"
    yield "add one, not synced", f"{task} log project:{client} hello", ["log", client, "hello"]
    yield "search", f"{task} all /invoice/", ["search", "invoice"]


def hledger(place, records, client):
    journal = place / "journal"
    with open(journal, "w") as out:
        for each in records["interactions"]:
            who = each["with"][0] if each.get("with") else "nobody"
            out.write(f'{each["at"][:10]} {who} | {each["text"]}\n    time:{who}  1\n    book\n\n')
    answers = f"2026-08-03\n{client} | hello\ntime:{client}\n1\nbook\n\n.\ny\n."
    add = f"printf {shlex.quote(answers)} | hledger -f {journal} add"
    yield "add one, not synced", shell(add), ["log", client, "hello"]
    yield "of one person", f"hledger -f {journal} register time:{client}", ["timeline", client]


def khard(place, records, client):
    people = place / "people"
    people.mkdir()
    for each in records["contacts"]:
        card = ["BEGIN:VCARD", "VERSION:3.0", f"UID:{each['id']}", f"FN:{each['name']}",
                f"N:{each['name']};;;;"]
        card += [f"EMAIL:{mail}" for mail in each.get("email", [])]
        card += [f"TEL:{phone}" for phone in each.get("phone", [])] + ["END:VCARD", ""]
        (people / f"{each['id']}.vcf").write_text("\r\n".join(card))
    config = place / "khard.conf"
    config.write_text(f"[addressbooks]\n[[main]]\npath = {people}\n")
    name = shlex.quote(name_of(records, client))
    yield "look one up", f"khard -c {config} show {name}", ["show", client]
    yield "list", f"khard -c {config} list", ["list"]


@dataclasses.dataclass
class Peer:
    program: str
    jobs: Callable


PEERS = [Peer("jq", jq), Peer("task", taskwarrior), Peer("hledger", hledger), Peer("khard", khard)]
