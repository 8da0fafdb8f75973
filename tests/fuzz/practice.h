#pragma once

#include "stead/book.h"
#include "stead/time.h"

/// A book and a day for what reads words: people whose names are easily mixed up, records of all
/// kinds.
namespace stead::fuzz {

inline const Book& practice() {
  static const Book book = Book::strict(R"({
"stead": 1,
"contacts": [
{"id":"acme","name":"Acme, Inc.","kind":"org","tags":["client"],"cover":[{"by":"bo"}]},
{"id":"ana-ruiz","name":"Ana Ruiz","aliases":["Ani"],"was":["a-ruiz"],"org":"acme","email":["ana@example.org"],"place":"Leeds"},
{"id":"andy","name":"Andy Rau","archived":"2026-01-01"},
{"id":"bo","name":"Bo Lind","tags":["colleague"],"skills":["backups"]},
{"id":"bo-2","name":"Bo Lind"},
{"id":"josé-garcía","name":"José García"},
{"id":"me","name":"Ana Hale","book":"t5h2k9w3m7qa"},
{"id":"straße-14","name":"Büro Straße 14"},
{"id":"łukasz-żak","name":"Łukasz Żak"},
{"id":"김-민준","name":"김 민준"}
],
"promises": [
{"id":"k2aaaaa","by":"me","to":"ana-ruiz","for":"acme","text":"migration estimate","made":"2026-08-03","due":"2026-08-11"},
{"id":"k3bbbbb","by":"a-ruiz","to":"me","text":"VPN credentials\nand keys","made":"2026-08-03"},
{"id":"m3ddddd","by":"me","to":"bo","text":"old thing","made":"2026-08-03","status":"kept","closed":"2026-08-03"}
],
"interactions": [
{"id":"k4eeeeee","at":"2026-08-01","with":["bo"],"via":"call","text":"asked about DNS"},
{"id":"p2ffffff","at":"2026-08-03T09:00+02:00","with":["ana-ruiz"],"about":["bo"],"text":"lunch"}
]
}
)",
                                        "book.json");
  return book;
}

/// Mon 2026-08-03 at 10:15, two hours east of UTC.
inline const Now& monday() {
  constexpr int kQuarterPastTen = 10 * 60 + 15;
  constexpr int kOffset = 120;
  static const Now now{Day{std::chrono::year{2026} / 8 / 3},
                       {kQuarterPastTen, kOffset},
                       [](Day, int) { return kOffset; }};
  return now;
}

}  // namespace stead::fuzz
