#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "sample_documents.h"
#include "stead/render.h"
#include "stead/text.h"

using namespace stead;

namespace {

std::string html_of(const Document& document) { return render_html(document); }

std::string body_of(const Document& document) {
  const std::string page = html_of(document);
  const std::size_t from = page.find("<body>\n") + 7;
  return page.substr(from, page.find("</body>") - from);
}

std::string body_of(const Block& block) { return body_of(Document{{block}}); }

std::size_t count(std::string_view text, std::string_view part) {
  std::size_t found = 0;
  for (std::size_t at = 0; (at = text.find(part, at)) != std::string_view::npos; ++at) ++found;
  return found;
}

}  // namespace

TEST_CASE("a page as HTML") {
  CHECK(body_of(sample::weekly()) ==
        R"(<h1>Your week <span class="aside">Mon 2026-08-03 – Sun 2026-08-09</span></h1>
<p class="note bad"><strong>!</strong> <span class="words"><strong>Borealis</strong> has nobody from 10 to 21 August</span></p>
<p class="note warning"><strong>!</strong> <span class="words">Ana Ruiz has waited for an answer three working hours longer than she likes</span></p>
<p class="note good"><span class="words">everybody else has been answered in time</span></p>
<h2>Promises to keep <span class="aside">3</span></h2>
<table role="presentation">
<tr><td class="rest">migration estimate, to <strong>Ana Ruiz</strong></td><td class="aside"><span class="bad">2 days late</span></td></tr>
<tr><td class="below" colspan="2"><span class="faint">she does not know yet</span><span class="faint"> · </span><code>stead tell ana --by DATE</code></td></tr>
<tr><td class="rest">everything that came out of the review of the backups, with prices, to <strong>山田太郎</strong></td><td class="aside">Fri 2026-08-07</td></tr>
<tr><td class="rest">the diagram, to <strong><bdi>שרה לוי</bdi></strong>, a – b</td><td class="aside">Sat 2026-08-08</td></tr>
</table>
<h2>Away <span class="aside">and who covers</span></h2>
<table>
<thead><tr><th>Client</th><th class="right">Days</th><th>Stand-in</th><th>State</th></tr></thead>
<tbody>
<tr><td>Acme Dental</td><td class="right">10</td><td>Sam Ortiz</td><td><span class="good">agreed, briefed</span></td></tr>
<tr><td>Borealis</td><td class="right">10</td><td><span class="bad">nobody</span></td><td>Bo Lind knows backups, and is here in both weeks</td></tr>
<tr><td>東京データセンター株式会社</td><td class="right">5</td><td>Zoë Ångström</td><td>offered</td></tr>
<tr><td><bdi>משרד עורכי דין</bdi></td><td class="right">5</td><td></td><td></td></tr>
</tbody>
</table>
<h2>Last talks</h2>
<table role="presentation">
<tr><td class="lead"><span class="faint">Mon 2026-08-03 10:15</span></td><td class="rest"><span class="accent">call</span> with Bo Lind</td><td class="aside"></td></tr>
<tr><td></td><td class="below" colspan="2">agreed the cut-over is on Friday, and that nobody touches the firewall before<br>Ana has the list</td></tr>
<tr><td class="lead"><span class="faint">Fri 2026-07-31</span></td><td class="rest"><span class="accent">mail</span> ← Ana</td><td class="aside"><span class="warning">waits</span></td></tr>
</table>
<h2>Where work came from</h2>
<table role="presentation" class="bars">
<tr><td class="label">Ana Ruiz</td><td class="aside">7</td><td class="rest" role="img" aria-label="Ana Ruiz: 7" style="width:100%;white-space:nowrap"><div class="fill-accent" title="Ana Ruiz: 7" style="display:inline-block;width:100.0%;min-width:2px;height:13px;vertical-align:middle;background:#0969da"></div></td></tr>
<tr><td class="label">山田太郎</td><td class="aside">3</td><td class="rest" role="img" aria-label="山田太郎: 3" style="width:100%;white-space:nowrap"><div class="fill-accent" title="山田太郎: 3" style="display:inline-block;width:42.9%;min-width:2px;height:13px;vertical-align:middle;background:#0969da"></div></td></tr>
<tr><td class="label">Cem Ay</td><td class="aside">0</td><td class="rest" role="img" aria-label="Cem Ay: 0" style="width:100%;white-space:nowrap"></td></tr>
</table>
<h2>If you cannot go</h2>
<h3>Acme Dental</h3>
<table role="presentation">
<tr><td class="label">phone</td><td class="rest">+1 555 0100<br>+1 555 0101</td></tr>
<tr><td class="label">matters</td><td class="rest">the X-ray room closes at four, and whoever comes later rings twice</td></tr>
</table>
<pre><code>$ stead who covers acme</code>
└─ Sam Ortiz
</pre>
<p>Nothing else. <code>stead heard WHO TEXT</code><span class="faint"> keeps what matters to somebody.</span></p>
)");
}

TEST_CASE("an HTML page is whole, needs nothing else and runs nothing") {
  const std::string page = html_of(Document{{title("Ana & <Bo>")}});
  CHECK(
      page.starts_with("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"));
  CHECK(page.ends_with("<body>\n<h1>Ana &amp; &lt;Bo&gt;</h1>\n</body>\n</html>\n"));
  CHECK(count(page, "<title>Ana &amp; &lt;Bo&gt;</title>") == 1);
  CHECK(count(page, "prefers-color-scheme: dark") == 3);
  CHECK(count(page, "default-src 'none'") == 1);
  for (const std::string_view part :
       {"<script", "http:", "https:", "url(", "@import", "<link", "src="}) {
    CAPTURE(part);
    CHECK(count(page, part) == 0);
  }
  CHECK(count(html_of({}), "<title>stead</title>") == 1);
}

TEST_CASE("HTML shows markup as text") {
  CHECK(body_of(Paragraph{"<b onclick=\"x\" id='y'> & &amp;\x1b"}) ==
        "<p>&lt;b onclick=&quot;x&quot; id=&#39;y&#39;&gt; &amp; &amp;amp;\\u{1b}</p>\n");
  CHECK(body_of(Paragraph{Text("שרה <b>", Tone::bad)}) ==
        "<p><span class=\"bad\"><bdi>שרה &lt;b&gt;</bdi></span></p>\n");
}

TEST_CASE("nothing hostile is in HTML, from whichever place") {
  const std::string harmless = body_of(sample::filled_with("x"));
  for (const std::string& hostile : sample::hostile_texts()) {
    const std::string page = html_of(sample::filled_with(hostile));
    CAPTURE(hostile);
    CHECK(shown(page, true) == page);
    // The same elements as for a harmless text, and not one more.
    const std::string body = body_of(sample::filled_with(hostile));
    CHECK(count(body, "<") - count(body, "bdi>") == count(harmless, "<"));
    CHECK(count(body, ">") - count(body, "bdi>") == count(harmless, ">"));
    CHECK(count(body, "\"") == count(harmless, "\""));
    CHECK(count(body, "'") == 0);
  }
}
