#!/usr/bin/env python3
"""Presses TAB in a real shell, runs the line, and looks at the arguments that arrive.

usage: complete.py SHELL STEAD SOURCE

SHELL is bash, bash-completion (bash with that package read), zsh or fish; STEAD the program under
test, SOURCE the project's folder. Status 77 says that the shell is not here.
"""
import json
import os
import pty
import select
import shutil
import signal
import sys
import tempfile
import time

PACKAGE = "/usr/share/bash-completion/bash_completion"
SKIPPED = 77
PATIENCE = 20  # seconds, for a machine under load
END = "\0\0"

NAMES = {  # what is typed, and the name it has to become
    "zo": "Zoë Brown",
    "sea": "Seamus O'Hara",
    "diz": 'Dan "Dizzy" Gill',
    "bob": 'Bob "Bo"',
    "ann": "Ann $HOME",
    "wei": "Li: Wei",
    "star": "Star * `tick` ?",
    "back": "Back\\slash \\n",
    "yah": "Yahoo!x Inc.",
    "sig": "Sig ~ # & ; | <x> (y) [z] {a} = @ %",
    "李": "李 小龍",
    "ольга": "Ольга Иванова",
    "trailing": "Trailing\\",
}


def book():
    """The text of a book with these names."""
    contacts = [{"id": "me", "name": "Jan Hale"}]
    for number, name in enumerate([*NAMES.values(), "Ana Ruiz", "Jo Parker", "Jo Parkinson", "Al Parkes", "Trail: End"]):
        contacts.append({"id": f"c{number:02}", "name": name, "tags": ["client"]})
    contacts.sort(key=lambda contact: contact["id"])
    lines = ",\n".join(json.dumps(each, ensure_ascii=False) for each in contacts)
    return '{\n"stead": 1,\n"contacts": [\n%s\n],\n"promises": [\n],\n"interactions": [\n]\n}\n' % lines


class Shell:
    """A shell on a terminal, in which `stead` hands its arguments over."""

    def __init__(self, argv, setup, environment, folder):
        self.screen = b""
        fifo = os.path.join(folder, "arguments")
        self.pipe = os.open(fifo, os.O_RDWR | os.O_NONBLOCK)
        self.child, self.terminal = pty.fork()
        if self.child == 0:
            os.chdir(folder)
            os.execvpe(argv[0], argv, environment)
        for line in setup:
            self.type(line + "\r")
        if self.run("stead ready") != ["ready"]:
            raise RuntimeError("the shell does not begin")

    def type(self, keys):
        os.write(self.terminal, keys.encode())

    def run(self, keys):
        """The arguments that a line gives to stead."""
        self.screen = b""
        self.type(keys + "\r")
        got = b""
        end = time.monotonic() + PATIENCE
        while not got.endswith(END.encode()):
            left = end - time.monotonic()
            ready, _, _ = select.select([self.terminal, self.pipe], [], [], max(left, 0))
            if not ready:
                raise RuntimeError(f"{keys!r} is not run; the screen: {self.screen.decode()!r}")
            if self.terminal in ready:
                self.screen += os.read(self.terminal, 65536)
            if self.pipe in ready:
                got += os.read(self.pipe, 65536)
        return got.decode()[: -len(END)].split("\0")

    def end(self):
        os.kill(self.child, signal.SIGKILL)
        os.waitpid(self.child, 0)


def lines_to_try(shell):
    """Lines up to the TAB and behind it, and the arguments that they have to give."""
    for typed, name in NAMES.items():
        if shell == "fish" and typed not in name.lower():
            continue
        for quote in ["", "'", '"']:
            yield f"stead log {quote}{typed}\t", ["log", name]
    if shell == "fish":
        yield "stead log zoe\t", ["log", "zoe brown"]  # stead takes it for the name
    else:
        yield "stead log zoe\t", ["log", "Zoë Brown"]
        yield "stead log jo\t", ["log", "Jo Park"]  # what two have in common
        yield "stead log park\t", ["log", "park"]  # at the front three have nothing in common
        yield "X=1 stead log zo\t", ["log", "Zoë Brown"]
    yield "stead log zo\tcalled", ["log", "Zoë Brown", "called"]
    yield "true; stead log zo\t", ["log", "Zoë Brown"]
    yield "stead log ana,zo\t", ["log", "ana,Zoë Brown"]
    yield "stead log Li:\\ w\t", ["log", "Li: Wei"]
    yield "stead log @c0\t", ["log", "@c0"]  # many
    yield "stead log @wei\t" if shell != "fish" else "stead log @c05\t", ["log", "@c05"]
    yield 'stead log ana "met @c05\t', ["log", "ana", "met @c05"]
    yield "stead list tag:cl\t", ["list", "tag:client"]
    yield "stead list ta\tcl\t", ["list", "tag:client"]
    yield "stead log ana --via=ca\t", ["log", "ana", "--via=call"]
    yield "stead log ana --vi\tca\t", ["log", "ana", "--via", "call"]
    yield "stead vers\t", ["version"]
    yield "stead import friends fil\t", ["import", "friends", "file one"]
    yield "stead --book=fil\t", ["--book=file one"]
    yield "stead log xyz\t", ["log", "xyz"]
    yield "stead nonsense fil\t", ["nonsense", "fil"]


def lines_to_look_at(shell):
    """Lines up to the TAB, what they become, and what the list of what fits has to show."""
    if shell == "zsh":
        yield "stead log trai\t\t", ["log", "Trail"], ["Trailing\\   -- c12", "Trail: End  -- c17"]


def prepare(folder, stead):
    """Makes the folder that is HOME: the book, a file, and a stead that shows its arguments."""
    os.mkdir(os.path.join(folder, "bin"))
    os.mkfifo(os.path.join(folder, "arguments"))
    with open(os.path.join(folder, "book.json"), "w", encoding="utf-8") as file:
        file.write(book())
    with open(os.path.join(folder, "file one"), "w", encoding="utf-8"):
        pass
    program = os.path.join(folder, "bin", "stead")
    with open(program, "w", encoding="utf-8") as file:
        file.write(f"""#!/bin/sh
case $1 in __complete*) exec '{stead}' "$@";; esac
{{ printf '%s\\0' "$@"; printf '\\0'; }} > '{folder}/arguments'
""")
    os.chmod(program, 0o755)


def main(shell, stead, source):
    bash = ["bash", "--norc", "--noprofile", "-i"]
    completions = os.path.join(os.path.abspath(source), "completions")
    shells = {
        "bash": (bash, [f"source '{completions}/stead.bash'"]),
        "bash-completion": (bash, [f"source {PACKAGE}", f"source '{completions}/stead.bash'"]),
        "zsh": (["zsh", "-f", "-i"], ["autoload -Uz compinit && compinit -u -D",
                                      f"source '{completions}/_stead'"]),
        "fish": (["fish", "--no-config", "-i"], [f"source '{completions}/stead.fish'"]),
    }
    argv, setup = shells[shell]
    if shutil.which(argv[0]) is None or (shell == "bash-completion" and not os.path.exists(PACKAGE)):
        print(f"no {shell} here: its completion is not tested")
        return SKIPPED
    failures = 0
    with tempfile.TemporaryDirectory() as folder:
        prepare(folder, os.path.abspath(stead))
        environment = {
            "HOME": folder, "PATH": f"{folder}/bin:{os.environ['PATH']}", "TERM": "dumb",
            "LC_ALL": "C.UTF-8", "INPUTRC": "/dev/null", "STEAD_BOOK": f"{folder}/book.json",
            "XDG_CONFIG_HOME": f"{folder}/config", "XDG_DATA_HOME": f"{folder}/data",
        }
        running = Shell(argv, setup, environment, folder)
        try:
            for keys, expected in lines_to_try(shell):
                got = running.run(keys)
                if got != expected:
                    failures += 1
                    print(f"{keys!r} gives {got}, not {expected}")
                if b"\\," in running.screen:
                    failures += 1
                    print(f"{keys!r} puts a backslash before a comma")
            for keys, expected, shown in lines_to_look_at(shell):
                got = running.run(keys)
                screen = running.screen.decode()
                if got != expected or not all(text in screen for text in shown):
                    failures += 1
                    print(f"{keys!r} gives {got} and shows {screen!r}, not {expected} and {shown}")
        finally:
            running.end()
    return 1 if failures else 0


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
