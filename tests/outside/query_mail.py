#!/usr/bin/env python3
"""Asks for addresses in a real mail program, as somebody who writes a mail does.

usage: query_mail.py PROGRAM STEAD SOURCE

PROGRAM is mutt, neomutt or aerc; STEAD the program under test. It is set up by the lines that the
manual page in SOURCE shows. Status 77 says that the program is not here.
"""
import fcntl
import os
import pty
import re
import select
import shutil
import signal
import struct
import sys
import tempfile
import termios
import time

SKIPPED = 77
PATIENCE = 30  # seconds, for a machine under load

BOOK = """{
"stead": 1,
"contacts": [
{"id":"acme","name":"Acme Dental","kind":"org"},
{"id":"jo-park","name":"Jo Park","org":"acme","email":["jo@example.org"]},
{"id":"me","name":"Jan Hale"},
{"id":"zoë-brown","name":"Zoë Brown","email":["zb@example.net"]}
],
"promises": [
],
"interactions": [
]
}
"""


class Terminal:
    """A program on a terminal of 24 lines."""

    def __init__(self, argv, environment, folder):
        self.text = ""
        self.child, self.terminal = pty.fork()
        if self.child == 0:
            os.chdir(folder)
            os.execvpe(argv[0], argv, environment)
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 100, 0, 0))

    def type(self, keys):
        self.text = ""
        os.write(self.terminal, keys.encode())

    def wait_for(self, text):
        """Reads until this is on the screen."""
        end = time.monotonic() + PATIENCE
        while text not in self.text:
            ready, _, _ = select.select([self.terminal], [], [], max(end - time.monotonic(), 0))
            try:
                read = os.read(self.terminal, 65536) if ready else b""
            except OSError:
                read = b""
            if not read:
                raise RuntimeError(f"no {text!r} on the screen: {self.text!r}")
            # what only moves the cursor or sets a colour is no text
            self.text += re.sub(r"\x1b[\[(][0-9;?]*[A-Za-z@]?", "", read.decode(errors="replace"))

    def end(self):
        os.kill(self.child, signal.SIGKILL)
        os.waitpid(self.child, 0)


def line_of_manual(source, begin):
    """The line of stead-query-mail(1) that somebody would copy."""
    with open(os.path.join(source, "man", "stead-query-mail.1"), encoding="utf-8") as page:
        return next(line for line in page if line.startswith(begin))


def write(path, text, mode=0o600):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    os.chmod(path, mode)


def ask_mutt(program, environment, folder, source):
    write(f"{folder}/rc", line_of_manual(source, "set query_command")
          + f"set folder={folder}\nset header_cache=\n")
    write(f"{folder}/mbox", "")
    mutt = Terminal([program, "-n", "-F", f"{folder}/rc", "-f", f"{folder}/mbox"], environment, folder)
    try:
        mutt.wait_for("q:Quit")
        mutt.type("Q")
        mutt.wait_for("Query")
        mutt.type("jo\r")
        mutt.wait_for("jo@example.org")
        mutt.type("Q")
        mutt.wait_for("Query")
        mutt.type("\x15zoe b\r")  # behind what erases the last question
        mutt.wait_for("Zoë Brown")
        mutt.type("Q")
        mutt.wait_for("Query")
        mutt.type("\x15xy'z\r")
        mutt.wait_for("no address fits")
    finally:
        mutt.end()


def ask_aerc(program, environment, folder, source):
    for part in ["cur", "new", "tmp"]:
        os.makedirs(f"{folder}/mail/INBOX/{part}")
    write(f"{folder}/config/aerc/accounts.conf",
          f"[test]\nsource = maildir://{folder}/mail\noutgoing = /bin/true\nfrom = Jan <jan@example.org>\n")
    write(f"{folder}/config/aerc/aerc.conf",
          "[ui]\ncompletion-delay = 0ms\n[compose]\neditor = cat\n"
          + line_of_manual(source, "address-book-cmd"))
    aerc = Terminal([program], environment, folder)
    try:
        aerc.wait_for("INBOX")
        aerc.type(":compose\r")
        aerc.wait_for("Subject")
        aerc.type("zo")
        aerc.wait_for("zb@example.net")
    finally:
        aerc.end()


def main(program, stead, source):
    if shutil.which(program) is None:
        print(f"no {program} here: it is not asked")
        return SKIPPED
    with tempfile.TemporaryDirectory() as folder:
        os.mkdir(f"{folder}/bin")
        os.symlink(os.path.abspath(stead), f"{folder}/bin/stead")
        write(f"{folder}/book.json", BOOK)
        environment = {
            "HOME": folder, "PATH": f"{folder}/bin:{os.environ['PATH']}", "TERM": "xterm",
            "LC_ALL": "C.UTF-8", "STEAD_BOOK": f"{folder}/book.json",
            "XDG_CONFIG_HOME": f"{folder}/config", "XDG_DATA_HOME": f"{folder}/data",
            "XDG_CACHE_HOME": f"{folder}/cache", "XDG_RUNTIME_DIR": folder,
        }
        ask = ask_aerc if program == "aerc" else ask_mutt
        ask(program, environment, folder, source)
    return 0


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
