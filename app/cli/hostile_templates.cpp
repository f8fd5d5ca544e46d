// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/hostile_templates.h"

#include <string_view>

namespace heliograph::cli {
namespace {

using HostileList = std::vector<HostileTemplate>;

std::string repeatedPiece(std::string_view piece, int times) {
  std::string made;
  made.reserve(piece.size() * static_cast<std::size_t>(times));
  for (int i = 0; i < times; ++i) made += piece;
  return made;
}

std::string loopOver(int times, const std::string& body) {
  return "{% for i in (1.." + std::to_string(times) + ") %}" + body + "{% endfor %}";
}

/// A text that a filter makes twice as long in every turn.
std::string doubledText(const std::string& filter, int doublings) {
  return "{% assign a = 'x' %}" + loopOver(doublings, "{% assign a = a | " + filter + ": a %}") + "{{ a | size }}";
}

/// 256 KiB of blanks in the variable big.
std::string bigText() {
  return "{% assign big = ' ' %}" + loopOver(18, "{% assign big = big | append: big %}");
}

/// The same work on the big text again and again.
std::string bigTextLoop(const std::string& body) {
  return bigText() + loopOver(90'000, body);
}

/// 128 KiB of one letter, and a pattern that almost matches everywhere.
std::string nearMiss(const std::string& search) {
  return "{% assign a = 'aaaaaaaa' %}" +
         loopOver(14, "{% assign p = a | append: 'b' %}{% assign a = a | append: a %}") + search;
}

/// 8,192 items in the variable list.
std::string longList() {
  return "{% assign list = 'a ' | split: ' ' %}" + loopOver(13, "{% assign list = list | concat: list %}");
}

void addLoops(HostileList& all) {
  all.push_back({"a long loop without a body", loopOver(100'000'000, "")});
  all.push_back(
      {"a loop to the largest number", "{% for i in (-9223372036854775808..9223372036854775807) %}{% endfor %}"});
  all.push_back({"a loop of blanks", loopOver(100'000'000, " ")});
  all.push_back({"loops in loops", loopOver(3000, loopOver(3000, ""))});
  all.push_back({"ten loops in each other", [] {
                   std::string body;
                   for (int i = 0; i < 10; ++i) body = loopOver(90, body);
                   return body;
                 }()});
  all.push_back({"a loop that only goes on", loopOver(100'000'000, "{% continue %}")});
  all.push_back({"a loop backwards", "{% for i in (1..100000000) reversed %}{% endfor %}"});
  all.push_back({"a loop that resumes", loopOver(90'000, "{% for j in (1..9) offset:continue %}{% endfor %}")});
  all.push_back({"a table with many rows", "{% tablerow i in (1..1000000) cols:1 %}{% endtablerow %}"});
  all.push_back({"a table with one row", "{% tablerow i in (1..1000000) cols:9223372036854775807 %}{% endtablerow %}"});
  all.push_back({"many groups of a cycle", loopOver(90'000, "{% cycle i: 1, 2 %}")});
  all.push_back({"captures in a loop", loopOver(90'000, "{% capture c %}{{ c }}{{ i }}{% endcapture %}")});
  all.push_back({"changes in a loop", bigTextLoop("{% ifchanged %}{{ big }}{{ i }}{% endifchanged %}")});
  all.push_back({"a loop over a short range", loopOver(9'000, "") + "done", {}, true});
}

void addGrowth(HostileList& all) {
  for (const char* filter : {"append", "prepend", "join", "replace: 'x'"}) {
    std::string source = doubledText(filter, 60);
    if (std::string_view(filter) == "join")
      source = longList() + loopOver(60, "{% assign list = list | join: list | split: '' %}");
    if (std::string_view(filter) == "replace: 'x'") {
      source = "{% assign a = 'xx' %}" + loopOver(60, "{% assign a = a | replace: 'x', a %}");
    }
    all.push_back({std::string("doubling by ") + filter, source});
  }
  all.push_back(
      {"capture doubling", "{% assign a = 'xy' %}" + loopOver(60, "{% capture a %}{{ a }}{{ a }}{% endcapture %}")});
  all.push_back({"concat doubling", "{% assign a = (1..9) %}" + loopOver(60, "{% assign a = a | concat: a %}")});
  for (const char* filter : {"replace: 'a', 'aaaa'", "replace_first: 'a', a", "replace_last: 'a', a"}) {
    all.push_back({filter, "{% assign a = 'aa' %}" + loopOver(99, std::string("{% assign a = a | ") + filter + " %}")});
  }
  for (const char* filter : {"escape", "url_encode", "base64_encode", "newline_to_br", "upcase", "escape_once"}) {
    all.push_back(
        {std::string(filter) + " growing",
         "{% assign a = '&%\n' %}" + loopOver(99, std::string("{% assign a = a | ") + filter + " | append: a %}")});
  }
  all.push_back({"replace between all characters", bigText() + "{{ big | replace: '', 'xxxxxxxx' }}"});
  all.push_back({"join with a long glue", bigText() + "{{ (1..10000) | join: big }}"});
  all.push_back({"an endless output", loopOver(90'000, "xxxxxxxxxxxxxxxx")});
  all.push_back({"squares", "{% assign a = 9 %}" + loopOver(22, "{% assign a = a | times: a %}")});
  all.push_back({"squares of floats", "{% assign a = 9.5 %}" + loopOver(22, "{% assign a = a | times: a %}")});
  all.push_back({"a date made wide", bigTextLoop("{{ 'now' | date: '%99999999999d%1000N%1000c' }}")});
  all.push_back({"a long date format", "{{ 'now' | date: '" + repeatedPiece("%64c", 12'000) + "' }}"});
  all.push_back({"a date format that grows",
                 "{% assign a = '%c' %}" + loopOver(60, "{% assign a = a | append: a %}") + "{{ 'now' | date: a }}"});
  all.push_back({"literals put together", "{% assign a = '" + repeatedPiece("y", 50'000) + "' %}" +
                                              loopOver(90'000, "{% assign b = b | append: a %}")});
}

void addRanges(HostileList& all) {
  for (const char* filter : {"join: ''", "reverse", "sort", "sort_natural", "sum", "uniq", "compact", "map: 'a'",
                             "where: 0", "reject: 0", "find: 70", "has: 70", "concat: list"}) {
    all.push_back({std::string("a huge range and ") + filter,
                   longList() + "{{ (1..9223372036854775807) | " + filter + " | size }}"});
  }
  all.push_back({"a range as a text", "{{ (1..9223372036854775807) | append: '' }}", {}, true});
  all.push_back({"the size of a huge range", "{{ (1..9223372036854775807) | size }}", {}, true});
  all.push_back(
      {"a slice of a huge range", "{{ (1..9223372036854775807) | slice: 5, 9223372036854775807 | size }}", {}, true});
  all.push_back({"uniq of different items", "{{ (1..60000) | uniq | size }}"});
}

void addTextWork(HostileList& all) {
  for (const char* body : {"{% if big contains 'x' %}{% endif %}",
                           "{% if big == blank %}{% endif %}",
                           "{% if big >= big %}{% endif %}",
                           "{% assign n = big | plus: 1 %}",
                           "{% for j in (1..big) %}{% endfor %}",
                           "{% assign n = big | truncatewords: 3 %}",
                           "{% assign n = big | truncate: 3 %}",
                           "{% assign n = big | slice: 200000, 3 %}",
                           "{% assign n = big.last %}",
                           "{% assign n = big.size %}",
                           "{% assign n = big | strip %}",
                           "{% assign n = big | upcase %}",
                           "{% assign n = big | strip_html %}",
                           "{% assign n = big | url_decode %}",
                           "{% assign n = big | date: '%Y' %}",
                           "{% assign n = big | split: 'x' %}",
                           "{% assign n = big | base64_encode %}",
                           "{% assign n = big | default: 1 %}",
                           "{% case big %}{% when big %}{% endcase %}",
                           "{% assign n = h[big] %}",
                           "{% cycle big: 1, 2 %}"}) {
    all.push_back({std::string("again and again ") + body, bigTextLoop(body)});
  }
  for (const char* search :
       {"{% if a contains p %}{% endif %}", "{{ a | replace: p, '' }}", "{{ a | split: p }}",
        "{{ a | remove_last: p }}", "{% assign l = a | where: p %}", "{% assign l = a | find: p %}"}) {
    all.push_back({std::string("almost found by ") + search, nearMiss(search)});
  }
  all.push_back({"characters of a long text", bigText() + "{{ big | split: '' | size }}"});
  all.push_back({"openings of markup", "{% assign a = '<script<!--<style<' %}" +
                                           loopOver(14, "{% assign a = a | append: a %}") +
                                           loopOver(90'000, "{% assign n = a | strip_html %}")});
}

/// Work that is short once, done as often as a loop may turn.
void addSmallWork(HostileList& all) {
  const std::string date =
      "Wednesday, the 9th of September in the year of our lord '26 at about 11:59:59.999999999 p.m. GMT+05:30";
  const std::string conversions = repeatedPiece("%c", 30);
  all.push_back({"dates read again and again",
                 "{% assign d = \"" + date + "\" %}" + loopOver(90'000, "{% assign n = d | date: '%Y' %}")});
  all.push_back(
      {"dates written again and again", loopOver(90'000, "{% assign n = i | date: '" + conversions + "' %}")});
  all.push_back(
      {"dates in many zones", loopOver(90'000,
                                       "{% assign z = 'Europe/Berlin,Asia/Kolkata,America/St_Johns' | split: ',' %}"
                                       "{% for name in z %}{% assign n = i | date_tz: '%c', name %}{% endfor %}")});
  all.push_back({"zones that do not exist",
                 loopOver(90'000, "{% assign z = i | append: '/x' %}{% assign n = 0 | date_tz: '%c', z %}")});
  all.push_back(
      {"long numbers again and again",
       loopOver(90'000,
                "{% assign n = '0.1234567890123456789' | times: i | divided_by: 7.000000001 | modulo: 0.0003 %}")});
  all.push_back(
      {"tiny and huge numbers",
       loopOver(90'000,
                "{% assign n = 0.00000000000000000001 | times: 0.00000000000001 | plus: 99999999999999999.0 %}")});
  all.push_back({"letters changed again and again",
                 loopOver(90'000, "{% assign n = 'ßéÅǆﬁ' | upcase | capitalize | downcase %}")});
  all.push_back(
      {"branches in a loop", loopOver(90'000, "{% if a %}" + repeatedPiece("{% elsif a %}", 3'000) + "{% endif %}")});
  all.push_back({"a snippet with many arguments",
                 loopOver(90'000, "{% render 'p'" + repeatedPiece(", a: 1", 8'000) + " %}"),
                 {{"p", ""}}});
  all.push_back({"names looked for in vain", loopOver(90'000, repeatedPiece("{{ x.y.z }}", 3'000))});
}

void addListWork(HostileList& all) {
  const std::string list = longList();
  for (const char* body :
       {"{% assign n = list | sort %}", "{% assign n = list | uniq %}", "{% assign n = list | map: 'a' %}",
        "{% assign n = list | where: 'a' %}", "{% assign n = list | join %}", "{% if list contains 'b' %}{% endif %}",
        "{% if list == list %}{% endif %}", "{{ list | size }}{{ list | last }}{% assign n = list | reverse %}",
        "{% assign n = list | slice: 1, 8000 | compact %}", "{% assign n = list | append: 'x' %}"}) {
    all.push_back({std::string("a list and ") + body, list + loopOver(90'000, body)});
  }
  all.push_back({"long texts sorted", bigText() + "{% assign l = big | split: '|' %}" +
                                          loopOver(12, "{% assign l = l | concat: l %}") + "{{ l | sort | size }}"});
  all.push_back({"a list of nothing printed again and again",
                 list + "{% assign l = list | map: 'z' %}" + loopOver(90'000, "{{ l }}")});
  std::string names;
  for (int i = 0; i < 2'000; ++i) names += "{% assign v" + std::to_string(i) + "=1 %}";
  all.push_back({"many variables looked up", names + loopOver(90'000, "{% assign n = v1999 %}{{ [n] }}")});
  std::string counters;
  for (int i = 0; i < 2'000; ++i) counters += "{%increment c" + std::to_string(i) + "%}";
  all.push_back({"many counters", counters + loopOver(90'000, "{% increment c1999 %}")});
  all.push_back({"many conditions", loopOver(90'000, "{% if a" + repeatedPiece(" or a", 9'000) + " %}{% endif %}")});
  all.push_back({"many values of a case",
                 loopOver(90'000, "{% case 1 %}{% when 0" + repeatedPiece(",0", 4'000) + " %}{% endcase %}")});
}

void addNesting(HostileList& all) {
  all.push_back({"deep conditions", repeatedPiece("{% if a %}", 200) + repeatedPiece("{% endif %}", 200)});
  all.push_back({"deep loops", repeatedPiece("{% for i in (1..2) %}", 200) + repeatedPiece("{% endfor %}", 200)});
  all.push_back(
      {"deep captures", repeatedPiece("{% capture c %}x", 99) + repeatedPiece("{% endcapture %}", 99), {}, true});
  all.push_back({"deep blocks that stay open", repeatedPiece("{% if a %}", 6'500)});
  all.push_back({"deep brackets", "{{ " + repeatedPiece("a[", 20'000) + "1" + repeatedPiece("]", 20'000) + " }}"});
  all.push_back({"deep brackets at the root", "{{ " + repeatedPiece("[", 20'000) + " }}"});
  all.push_back({"deep ranges", "{{ " + repeatedPiece("(", 20'000) + " }}"});
  all.push_back({"deep liquid tags", repeatedPiece("{% liquid liquid ", 500)});
  all.push_back({"liquid in liquid", "{% liquid " + repeatedPiece("liquid ", 9'000) + " %}"});
  all.push_back({"a liquid tag of empty lines", "{% liquid" + std::string(50'000, '\n') + "echo 1 %}", {}, true});
  all.push_back({"a liquid tag of many lines", "{% liquid\n" + repeatedPiece("a\n", 30'000) + "%}"});
  all.push_back({"openings of tags only", repeatedPiece("{%", 100'000)});
  all.push_back({"openings of tags within the size", repeatedPiece("{%", 30'000)});
  all.push_back({"openings of outputs only", repeatedPiece("{{", 30'000)});
  all.push_back({"both openings in turn", repeatedPiece("{{{%", 15'000)});
  all.push_back({"closings only", repeatedPiece("}}%}", 16'000)});
  all.push_back({"comments that stay open", repeatedPiece("{% comment %}", 4'000)});
  all.push_back({"raws that stay open", repeatedPiece("{% raw %}", 6'000)});
  all.push_back({"docs that stay open", repeatedPiece("{% doc %}", 6'000)});
  all.push_back({"quotation marks only", "{{ " + std::string(60'000, '\'') + "\" }}"});
  all.push_back({"too many outputs", repeatedPiece("{{a}}", 12'000)});
  all.push_back({"too many faults", repeatedPiece("{{|}}", 12'000)});
  all.push_back({"too many filters", "{{ a" + repeatedPiece("|strip", 10'000) + " }}"});
  all.push_back({"too many unknown filters", repeatedPiece("{{a|zzzzzzzz}}", 4'600)});
  all.push_back({"too many unknown tags", repeatedPiece("{%zzzzzzzz%}", 5'400)});
  all.push_back({"a filter with a long name", "{{ a | " + std::string(60'000, 'z') + " }}"});
  all.push_back({"a tag with a long name", "{% " + std::string(60'000, 'z') + " %}"});
  all.push_back(
      {"too many values of a when", "{% case a %}{% when 1" + repeatedPiece(",1", 30'000) + " %}{% endcase %}"});
  all.push_back({"a number of many digits", "{{ " + std::string(60'000, '9') + " }}"});
  all.push_back({"a text of many digits", "{{ '" + std::string(60'000, '9') + "' | plus: 1 }}"});
  all.push_back({"a fraction of many digits", "{{ 0." + std::string(60'000, '9') + " | times: 3 }}", {}, true});
  all.push_back({"a long path", "{{ a" + repeatedPiece(".b", 30'000) + " }}", {}, true});
  all.push_back({"a long source", std::string(70'000, 'x')});
}

void addSnippetCalls(HostileList& all) {
  const std::string rendersItself = "{% render 'self' %}";
  all.push_back({"a snippet that includes itself", "{% include 'self' %}", {{"self", "{% include 'self' %}"}}});
  all.push_back({"a snippet that renders itself", rendersItself, {{"self", rendersItself}}});
  all.push_back({"a snippet that renders itself twice", rendersItself, {{"self", rendersItself + rendersItself}}});
  all.push_back(
      {"two snippets that call each other",
       "{% include 'one' %}",
       {{"one", "{% include 'two' %}{% include 'two' %}"}, {"two", "{% include 'one' %}{% include 'one' %}"}}});
  std::map<std::string, std::string> tree{{"s0", "x"}};
  for (int i = 1; i < 18; ++i) {
    const std::string call = "{% render 's" + std::to_string(i - 1) + "' %}";
    tree["s" + std::to_string(i)] = call + call + call;
  }
  all.push_back({"a tree of snippets", "{% render 's17' %}", tree});
  all.push_back({"a snippet for every number", "{% render 'wide' for (1..1000000) %}", {{"wide", ""}}});
  all.push_back({"a snippet in a loop", loopOver(100'000, "{% render 'wide' %}"), {{"wide", ""}}});
  all.push_back({"a snippet that doubles a text",
                 "{% assign a = 'xy' %}" + loopOver(60, "{% include 'grow' %}"),
                 {{"grow", "{% assign a = a | append: a %}"}}});
}

}  // namespace

std::vector<HostileTemplate> hostileTemplates() {
  HostileList all;
  addLoops(all);
  addGrowth(all);
  addRanges(all);
  addTextWork(all);
  addSmallWork(all);
  addListWork(all);
  addNesting(all);
  addSnippetCalls(all);
  return all;
}

}  // namespace heliograph::cli
