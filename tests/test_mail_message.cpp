#include "stead/mail_message.h"

#include "examples.h"

#include <doctest/doctest.h>

#include <string>

using namespace stead;

TEST_CASE("a message has header, text and page, with lines of 76 characters at most") {
  const std::string message =
      mail_message({.name = "Žofie Nováková",
                    .address = "z@example.org",
                    .subject = "Týden",
                    .date = "Mon, 3 Aug 2026 10:15:00 +0200",
                    .text = ".\nFrom here = \xc3\xa4 \n" + std::string(80, 'x') + "\n",
                    .html = "<p>a\tb</p>\n"});
  CHECK(message ==
        "From: =?UTF-8?B?xb1vZmllIE5vdsOha292w6E=?= <z@example.org>\n"
        "To: =?UTF-8?B?xb1vZmllIE5vdsOha292w6E=?= <z@example.org>\n"
        "Subject: =?UTF-8?B?VMO9ZGVu?=\n"
        "Date: Mon, 3 Aug 2026 10:15:00 +0200\n"
        "Auto-Submitted: auto-generated\n"
        "MIME-Version: 1.0\n"
        "Content-Type: multipart/alternative;\n"
        " boundary=\"=_stead_alternative\"\n"
        "\n"
        "--=_stead_alternative\n"
        "Content-Type: text/plain; charset=UTF-8\n"
        "Content-Transfer-Encoding: quoted-printable\n"
        "\n"
        "=2E\n"
        "=46rom here =3D =C3=A4=20\n" +
            std::string(75, 'x') + "=\nxxxxx\n" +
            "--=_stead_alternative\n"
            "Content-Type: text/html; charset=UTF-8\n"
            "Content-Transfer-Encoding: quoted-printable\n"
            "\n"
            "<p>a\tb</p>\n"
            "--=_stead_alternative--\n");
}

TEST_CASE("a long subject is folded between characters, and nothing can begin a line of its own") {
  std::string subject = "Bcc: all\nBcc: x@example.org ";
  for (int i = 0; i < 60; ++i) subject += "ä";
  const std::string message = mail_message({"N, M", "n@example.org", subject, "", "", ""});
  CHECK(message.find("From: =?UTF-8?B?TiwgTQ==?= <n@example.org>\n") == 0);
  for (const std::string& line : stead::test::lines_of(message)) {
    CHECK(line.size() <= 76);
    CHECK(!line.starts_with("Bcc"));
  }
}

TEST_CASE("only what can stand in a header is an address") {
  CHECK(is_mail_address("jan@example.org"));
  for (const char* wrong : {"", "jan", "@x", "jan@", "a@b@c", "a b@c", "a@b\nBcc: x@y", "a,b@c",
                            "<a@b>", "zoë@example.org"}) {
    CAPTURE(wrong);
    CHECK(!is_mail_address(wrong));
  }
}
