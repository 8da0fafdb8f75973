#include "exchange/sample_text.h"

namespace stead {

// Records are as long as they are: each is one line of a book.
// clang-format off
const std::string_view kSampleContacts = R"({"id":"acme","name":"Acme Dental","kind":"org","phone":["+44 113 496 0101"],"url":["https://acme.example.org"],"address":["1 Main St, Leeds"],"place":"Leeds","tz":"Europe/London","tags":["client"],"needs":["network","backups"],"every":"2w","reply_within":"4h","cover":[{"by":"sam-ortiz","offered":"<-200>","agreed":"<-190>","briefed":"<-60>","client_told":"<-185>","note":"keys are with Jo; the server room is B12"},{"by":"bo-lind","from":"<mon+2>","to":"<fri+2>","offered":"<-3>","scope":["backups"],"rank":2}],"heard":[{"text":"no changes on Fridays","on":"<-150>","reflected":"<-140>"},{"text":"a second site may come in spring","on":"<-9>"}]}
{"id":"ana-ruiz","name":"Ana Ruiz","aliases":["Ani"],"was":["a-ruiz"],"org":"acme","past":[{"org":"kestrel-prints","until":"<-700>"}],"title":"CTO","email":["ana@acme.example.org"],"phone":["+44 7700 900142"],"born":"05-14","tags":["network"],"heard":[{"text":"wants one page, not ten","on":"<-48>","reflected":"<-9>"},{"text":"the board asks her about phishing","on":"<tue-1>"}],"uid":["friends:9f2c41d0"]}
{"id":"bo-lind","name":"Bo Lind","email":["bo@example.net"],"phone":["+46 70 174 06 21"],"place":"Malmö","tz":"Europe/Stockholm","tags":["colleague"],"skills":["backups","windows"],"capacity":3,"away":[{"from":"<mon+3>","to":"<fri+3>","why":"training"}]}
{"id":"borealis","name":"Borealis Film","kind":"org","place":"Berlin","tags":["client"],"needs":["storage"],"client_of":"cem-ay","cover":[{"by":"me","from":"<mon+1>","to":"<fri+1>","offered":"<-20>","agreed":"<-18>","briefed":"<thu-1>","client_told":"<-4>"}],"origin":{"book":"t5h2k9w3m7qa","id":"borealis","as":"jan-hale"}}
{"id":"cem-ay","name":"Cem Ay","email":["cem@example.com"],"phone":["+49 171 3920042"],"place":"Berlin","tags":["colleague"],"skills":["storage","linux"],"capacity":4,"away":[{"from":"<mon+1>","to":"<fri+1>","why":"film festival"}],"cover":[{"by":"me","from":"<mon+1>","to":"<fri+1>","offered":"<-20>"}],"via_whom":"iris-fontaine","origin":{"book":"t5h2k9w3m7qa","id":"me","as":"jan-hale"}}
{"id":"delta-gmbh","name":"Delta GmbH","kind":"org","phone":["+49 30 23125 018"],"place":"Berlin","tags":["client"],"needs":["linux"],"cover":[{"by":"cem-ay","offered":"<-30>","agreed":"<-29>","briefed":"<-12>"}],"via_whom":"ana-ruiz","custom":{"contract":"2 days a month"}}
{"id":"faro-travel","name":"Faro Travel","kind":"org","place":"Lisbon","tags":["prospect"]}
{"id":"harbour-accounts","name":"Harbour Council, Accounts","kind":"org","phone":["+44 161 496 0170"],"place":"Manchester","tags":["client"],"needs":["spreadsheets"],"heard":[{"text":"nothing may break in the last week of a quarter","on":"<-90>","reflected":"<-20>"},{"text":"they are afraid of the new ledger","on":"<-88>","retired":"<-20>"}]}
{"id":"iris-fontaine","name":"Iris Fontaine","email":["iris@example.org"],"phone":["+33 6 39 98 00 24"],"place":"Lyon","tz":"Europe/Paris","born":"1979-11-02","dates":[{"on":"09-01","what":"opened her own office"}],"tags":["network"],"every":"3mon","at_most":"5mon","note":"Knows everybody in print.\nLikes to be called in the morning."}
{"id":"jo-park","name":"Jo Park","org":"acme","title":"practice manager","email":["jo@acme.example.org"],"phone":["+44 113 496 0102"],"tags":["user"],"heard":[{"text":"Mondays are for patients only","on":"<-33>","reflected":"<-26>"}]}
{"id":"joanna-wit","name":"Joanna Wit","org":"borealis","title":"producer","email":["joanna@borealis.example.com"],"phone":["+49 40 66969 033"],"origin":{"book":"t5h2k9w3m7qa","id":"joanna-wit","as":"jan-hale"}}
{"id":"jose-nunez","name":"José Núñez","org":"acme","title":"dentist","tags":["user"]}
{"id":"jurgen-weiss","name":"Jürgen Weiß","org":"nordlicht-optik","title":"owner","email":["weiss@nordlicht.example.com"],"phone":["+49 40 66969 071"],"tags":["referrer"],"heard":[{"text":"his daughter takes over the second shop","on":"<-40>"}]}
{"id":"kestrel-prints","name":"Kestrel Prints","kind":"org","place":"Leeds","archived":"<-680>"}
{"id":"lan-nguyen","name":"Nguyễn Thị Lan","org":"delta-gmbh","title":"head of data","email":["lan@delta.example.com"],"phone":["+49 30 23125 019"]}
{"id":"lukasz-zak","name":"Łukasz Żak","org":"delta-gmbh","title":"developer","email":["lukasz@delta.example.com"],"tags":["user"]}
{"id":"maya-lopes","name":"Maya Lopes","org":"harbour-accounts","title":"clerk","tags":["user"]}
{"id":"me","name":"Jan Hale","email":["jan@example.org"],"phone":["+49 171 3920007"],"place":"Hamburg","tz":"Europe/Berlin","away":[{"from":"<-100>","to":"<-97>","why":"conference"},{"from":"<mon+2>","to":"<fri+3>","why":"family"}],"cover":[{"by":"bo-lind","offered":"<-6>","scope":["backups"]}],"book":"<book>","hours":"mon-fri 09:00-17:00","rules":[{"tag":"client","every":"1mon","at_most":"6w","reply_within":"1d"},{"tag":"colleague","every":"6w"}]}
{"id":"nordlicht-optik","name":"Nordlicht Optik","kind":"org","phone":["+49 40 66969 070"],"place":"Hamburg","tags":["client"],"needs":["windows"],"cover":[{"by":"bo-lind","offered":"<-25>","agreed":"<-24>","rank":1}]}
{"id":"priya-nair","name":"Priya Nair","org":"harbour-accounts","title":"head of accounts","email":["priya@harbour.example.org"],"phone":["+44 161 496 0171"],"reply_within":"2h","heard":[{"text":"would rather have a call than a mail","on":"<-20>"}]}
{"id":"sam-ortiz","name":"Sam Ortiz","email":["sam@example.com"],"phone":["+44 7700 900177","+44 113 496 0133"],"place":"Leeds","tz":"Europe/London","tags":["colleague"],"skills":["network","backups"],"capacity":3,"snoozed":{"reconnect":"<10>"}}
{"id":"soren-agard","name":"Søren Ågård","email":["soren@example.net"],"phone":["+46 70 174 06 48"],"place":"Lund","tags":["colleague"],"skills":["photo","macs"],"away":[{"from":"<9>","to":"<10>"}]}
{"id":"tom-okafor","name":"Tom Okafor","title":"photographer","email":["tom@example.org"],"phone":["+44 20 7946 0155"],"place":"London","tz":"Europe/London","tags":["client"],"needs":["macs"],"cover":[{"by":"soren-agard","from":"<mon+2>","to":"<fri+3>","offered":"<-5>"}],"heard":[{"text":"two weddings every Saturday until autumn","on":"<mon-1>"}]}
{"id":"wilhelm-brandt","name":"Wilhelm Brandt","past":[{"org":"kestrel-prints","until":"<-690>"}],"title":"retired","phone":["+49 69 90009 064"],"archived":"<-300>"}
)";

const std::string_view kSamplePromises = R"({"id":"<p disk>","by":"me","to":"tom-okafor","text":"move his pictures to the new disk","made":"<-70>","due":"<-60>","status":"kept","closed":"<-61>"}
{"id":"<p shop>","by":"jurgen-weiss","to":"me","text":"plan of the second shop","made":"<-65>","due":"<-50>","told":[{"on":"<-52>","text":"the architect is ill"}],"status":"broken","closed":"<-40>"}
{"id":"<p router>","by":"me","to":"jo-park","for":"acme","text":"router for the front desk","made":"<-64>","due":"<-55>","status":"kept","closed":"<-53>"}
{"id":"<p wifi>","by":"me","to":"jurgen-weiss","text":"quote for the wireless network","made":"<-62>","due":"<-44>","told":[{"on":"<-49>","text":"prices come on Monday","due_was":"<-48>","due":"<-44>"}],"status":"kept","closed":"<-44>"}
{"id":"<p fair>","by":"me","to":"iris-fontaine","text":"come to her open day","made":"<-58>","told":[{"on":"<-47>","text":"in bed with a cold","due_was":"<-45>"}],"status":"broken","closed":"<-45>"}
{"id":"<p restore>","by":"me","to":"ana-ruiz","for":"acme","text":"restore test of the backups","made":"<-52>","due":"<-33>","status":"kept","closed":"<-34>","done_by":"sam-ortiz"}
{"id":"<p phones>","by":"me","to":"priya-nair","text":"compare three telephone systems","made":"<-50>","due":"<-30>","status":"released","closed":"<-36>"}
{"id":"<p report>","by":"me","to":"acme","text":"monthly report","made":"<-45>","due":"<-25>","every":"1mon","first_due":"<-25>","status":"kept","closed":"<-26>"}
{"id":"<p report2>","by":"me","to":"acme","text":"monthly report","made":"<-26>","due":"<-25+1mon>","every":"1mon","first_due":"<-25>","after":"<p report>"}
{"id":"<p filter>","by":"me","to":"priya-nair","text":"show her how to filter the ledger","made":"<-20>"}
{"id":"<p contract>","by":"joanna-wit","to":"me","for":"borealis","text":"whom to call at night during the festival","made":"<-15>","due":"<-2>"}
{"id":"<p outline>","by":"me","to":"lan-nguyen","for":"delta-gmbh","text":"outline of the data platform","made":"<-14>","due":"<3>","told":[{"on":"<-5>","text":"waiting for the sizes from Łukasz","due_was":"<-4>","due":"<3>"}],"parts":[{"on":"<-4>","text":"the storage half is sent"}]}
{"id":"<p devices>","by":"lukasz-zak","to":"me","for":"delta-gmbh","text":"sizes of the tables","made":"<-13>","due":"<1>","told":[{"on":"<-6>","text":"after the release","due_was":"<-6>","due":"<1>"}]}
{"id":"<p estimate>","by":"me","to":"priya-nair","for":"harbour-accounts","text":"estimate for the new server","made":"<-12>","due":"<-3>"}
{"id":"<p macs>","by":"me","to":"tom-okafor","text":"order the spare battery","made":"<-11>","due":"<thu-1>","status":"kept","closed":"<wed-1>"}
{"id":"<p licence>","by":"priya-nair","to":"me","text":"number of licences","made":"<-11>","due":"<fri-1>","status":"kept","closed":"<thu-1>"}
{"id":"<p festival>","by":"me","to":"cem-ay","for":"borealis","text":"read his notes on Borealis","made":"<-18>","due":"<fri-1>","status":"kept","closed":"<thu-1>","uid":["packet:t5h2k9w3"]}
{"id":"<p invoice>","by":"me","to":"tom-okafor","text":"invoice for the tablet","made":"<mon-1>","due":"<0>"}
{"id":"<p vpn>","by":"bo-lind","to":"me","text":"backup schedule","made":"<mon-1>","due":"<2>"}
{"id":"<p printers>","by":"me","to":"jurgen-weiss","for":"nordlicht-optik","text":"list of printers to replace","made":"<-40>","due":"<2>","snoozed":{"late":"<7>"}}
{"id":"<p open-day>","by":"me","to":"me","for":"iris-fontaine","text":"ask how the open day went","made":"<-45>","due":"<1>"}
)";

const std::string_view kSampleInteractions = R"({"id":"<i>","at":"<-210>","with":["iris-fontaine"],"about":["cem-ay"],"via":"note","text":"brought Cem and me together","deed":{"kind":"introduction","dir":"got","thanked":"<-205>"}}
{"id":"<i>","at":"<-200 11:00>","with":["sam-ortiz"],"via":"meeting","text":"agreed to cover for each other"}
{"id":"<i>","at":"<-180 09:30>","with":["iris-fontaine"],"via":"call","text":"she looks for an office of her own"}
{"id":"<i>","at":"<-150 15:00>","with":["ana-ruiz","jo-park"],"for":"acme","via":"visit","text":"walked through the practice; no changes on Fridays"}
{"id":"<i>","at":"<-120>","with":["cem-ay"],"for":"borealis","via":"note","text":"looked after Borealis while he moved","deed":{"kind":"cover","dir":"gave","amount":"5d","thanked":"<-112>"}}
{"id":"<i>","at":"<-98>","with":["sam-ortiz"],"for":"acme","via":"note","text":"Acme while I was at the conference","deed":{"kind":"cover","dir":"got","amount":"3d","thanked":"<-95>"}}
{"id":"<i>","at":"<-98 10:20>","with":["acme"],"via":"visit","by":"sam-ortiz","text":"changed a dead switch"}
{"id":"<i>","at":"<-90 14:00>","with":["priya-nair","maya-lopes"],"via":"meeting","text":"the new ledger, and what they fear of it"}
{"id":"<i>","at":"<-80>","with":["sam-ortiz"],"via":"note","text":"his week in Leeds","deed":{"kind":"cover","dir":"gave","amount":"3d"}}
{"id":"<i>","at":"<-79>","with":["sam-ortiz"],"via":"note","text":"three days each","deed":{"kind":"cover","dir":"gave","even":true}}
{"id":"<i>","at":"<-75>","with":["bo-lind"],"about":["faro-travel"],"via":"note","text":"they need somebody near","deed":{"kind":"referral","dir":"gave","outcome":"asked","outcome_on":"<-60>"}}
{"id":"<i>","at":"<-66>","with":["cem-ay"],"for":"delta-gmbh","via":"note","text":"two days of Delta's first week","deed":{"kind":"cover","dir":"got","amount":"2d"}}
{"id":"<i>","at":"<-65 10:00>","with":["sam-ortiz"],"via":"call","text":"the switch at Acme: cause found"}
{"id":"<i>","at":"<-62>","with":["ana-ruiz"],"about":["delta-gmbh","lan-nguyen"],"via":"note","text":"data platform","deed":{"kind":"referral","dir":"got","outcome":"won","outcome_on":"<-34>","thanked":"<-33>"}}
{"id":"<i>","at":"<-60 16:00>","with":["soren-agard"],"via":"chat","text":"which colour profiles for Tom"}
{"id":"<i>","at":"<-59>","with":["soren-agard"],"for":"tom-okafor","via":"note","text":"an hour about colour profiles","deed":{"kind":"advice","dir":"got","amount":"1h","unasked":true}}
{"id":"<i>","at":"<-48 09:00>","with":["ana-ruiz"],"for":"acme","via":"meeting","went":"well","text":"one page, not ten"}
{"id":"<i>","at":"<-44 09:10>","with":["lan-nguyen"],"via":"call","from":"them","needs_reply":true,"text":"asks for references"}
{"id":"<i>","at":"<-44 11:40>","with":["lan-nguyen"],"via":"mail","from":"me","text":"three references"}
{"id":"<i>","at":"<-40 15:30>","with":["jurgen-weiss"],"via":"visit","went":"badly","text":"the printers again, half a morning lost"}
{"id":"<i>","at":"<-37>","with":["jurgen-weiss"],"via":"note","text":"told the whole fair who built his shop's network","deed":{"kind":"credit","dir":"got"},"snoozed":{"thank":"<3>"}}
{"id":"<i>","at":"<-33 17:00>","with":["jo-park"],"for":"acme","via":"chat","text":"Mondays are for patients only"}
{"id":"<i>","at":"<-31>","with":["bo-lind"],"via":"note","text":"asked me to the user group in Malmö","deed":{"kind":"invitation","dir":"got"}}
{"id":"<i>","at":"<-29>","with":["bo-lind"],"via":"note","text":"lent him the tape drive","deed":{"kind":"favour","dir":"gave"}}
{"id":"<i>","at":"<-24 11:30>","with":["bo-lind"],"about":["nordlicht-optik"],"via":"call","text":"he stands in for Nordlicht"}
{"id":"<i>","at":"<-20 10:00>","with":["priya-nair"],"via":"visit","text":"the ledger runs; she would rather have a call than a mail"}
{"id":"<i>","at":"<-18 14:15>","with":["cem-ay"],"about":["borealis"],"via":"call","text":"I hold the fort during the festival"}
{"id":"<i>","at":"<-15>","with":["joanna-wit"],"for":"borealis","via":"mail","text":"said hello, Cem is away soon"}
{"id":"<i>","at":"<-14 10:00>","with":["lan-nguyen","lukasz-zak"],"via":"meeting","went":"well","text":"what the platform has to hold"}
{"id":"<i>","at":"<mon-1 09:20>","with":["tom-okafor"],"via":"call","text":"set up the tablet; two weddings every Saturday"}
{"id":"<i>","at":"<tue-1 14:00>","with":["ana-ruiz","jose-nunez"],"for":"acme","via":"meeting","went":"well","text":"agreed what moves first; the board asks about phishing"}
{"id":"<i>","at":"<wed-1>","with":["jo-park"],"about":["jose-nunez"],"for":"acme","via":"chat","text":"new account for José"}
{"id":"<i>","at":"<thu-1 10:30>","with":["cem-ay"],"for":"borealis","via":"call","text":"went through his notes on Borealis"}
{"id":"<i>","at":"<thu-1 16:00>","with":["maya-lopes"],"for":"harbour-accounts","via":"chat","from":"them","text":"her printer works again","uid":["chat:88213"]}
{"id":"<i>","at":"<fri-1>","with":["maya-lopes"],"via":"note","text":"a recipe for lemon cake","deed":{"kind":"favour","dir":"got","unasked":true}}
{"id":"<i>","at":"<-2 11:05>","with":["priya-nair"],"via":"mail","from":"them","needs_reply":true,"text":"may they print from home?"}
{"id":"<i>","at":"<-1 16:40>","with":["ana-ruiz"],"for":"acme","via":"mail","from":"them","needs_reply":true,"urgent":true,"text":"the front desk cannot reach the X-ray server"}
)";
// clang-format on

}  // namespace stead
