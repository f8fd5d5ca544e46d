// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "liquid_probe.h"

using namespace heliograph::liquid;

/// The tags, without snippets.
class TagsTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void branchesAreTaken_data() {
    templateColumns();
    line("{% if no %}a{% elsif yes %}b{% else %}c{% endif %}", "b");
    line("{% unless no %}a{% else %}b{% endunless %}", "a");
    line("{% unless yes %}a{% elsif yes %}b{% endunless %}", "b");
    line("{% case points %}{% when 1, 363 %}a{% when 2 or 3 %}b{% else %}c{% endcase %}", "a");
    line("{% case name %}{% when 'x' %}a{% else %}c{% endcase %}", "c");
    line("{% assign a = 1 %}{% case a %}{% when 1 %}x{% assign a = 2 %}{% when 2 %}y{% endcase %}", "xy");
    line("{% case 5 %}{% when 5 %}a{% when 5, 5 %}b{% endcase %}", "abb");
    line("{% case 5 %}{% else or 5 %}b{% endcase %}", "fault");
    line("{% if no %}a{% else more %}b{% endif %}", "b");
  }
  void branchesAreTaken() { CHECK_ROW(); }

  void loopsGoThroughListsHashesAndRanges_data() {
    templateColumns();
    line("{% for n in numbers %}{{ n }},{% endfor %}", "3,1,2,");
    line("{% for p in card %}{{ p[0] }}={{ p[1] }};{% endfor %}", "tier=gold;since=2019;");
    line("{% for i in (1..3) %}{{ i }}{% endfor %}", "123");
    line("{% for i in (3..1) %}{{ i }}{% else %}none{% endfor %}", "none");
    line("{% for c in name %}[{{ c }}]{% endfor %}", "[Emma]");
    line("{% for c in nothing %}x{% else %}none{% endfor %}", "none");
    line("{% for n in numbers reversed limit:2 %}{{ n }}{% endfor %}", "13");
    line("{% for n in numbers limit:1 offset:1 %}{{ n }}{% endfor %}", "1");
    line("{% for n in numbers limit:'1' %}{{ n }}{% endfor %}", "3");
    line("{% for n in numbers limit:'x' %}{{ n }}{% endfor %}", "fault");
    line("{% for n in numbers limit:1 %}{{ n }}{% endfor %}-{% for n in numbers offset:continue %}{{ n }}{% endfor %}",
         "3-12");
    line("{% for n in numbers %}{% if n == 1 %}{% break %}{% endif %}{{ n }}{% endfor %}", "3");
    line("{% for n in numbers %}{% if n == 1 %}{% continue %}{% endif %}{{ n }}{% endfor %}", "32");
    line("a{% break %}b", "a");
    line("{% for n in numbers limit:2 %}{% endfor %}{% for n in numbers offset:continue offset:0 %}{{ n }}{% endfor %}",
         "312");
    line("{% for n in numbers limit:1 limit:2 %}{{ n }}{% endfor %}", "31");
    line("{% for forloop in numbers %}{{ forloop }}{% endfor %}", "312");
    line("{% for n in numbers %}{{ n }}{% else %}x{% else %}y{% endfor %}", "fault");
    line("{% for i in (1.9..2.9) %}{{ i }}{% endfor %}", "12");
    line("{% for i in (1..rate) %}{{ i }}{% endfor %}", "fault");
    line("{% for i in (0..yes) %}{{ i }}{% endfor %}", "fault");
  }
  void loopsGoThroughListsHashesAndRanges() { CHECK_ROW(); }

  void loopsKnowWhereTheyAre_data() {
    templateColumns();
    line(
        "{% for n in numbers %}{{ forloop.index }}{{ forloop.index0 }}{{ forloop.rindex }}{{ forloop.rindex0 }}{% if "
        "forloop.first %}f{% endif %}{% if forloop.last %}l{% endif %} {% endfor %}",
        "1032f 2121 3210l ");
    line("{% for n in numbers %}{% for m in (1..2) %}{{ forloop.parentloop.index }}{% endfor %}{% endfor %}", "112233");
    line("{% for n in numbers limit:1 %}{{ forloop.length }}{{ forloop.name }}{% endfor %}", "1n-numbers");
  }
  void loopsKnowWhereTheyAre() { CHECK_ROW(); }

  void namesAreSetAndCounted_data() {
    templateColumns();
    line("{% assign a = 'x' | upcase %}{{ a }}", "X");
    line("{% if yes %}{% assign a = 1 %}{% endif %}{{ a }}", "1");
    line("{% capture a %}Hi {{ name }}{% endcapture %}{{ a | size }}", "7");
    line("{% for n in numbers %}{% endfor %}{{ n }}", "");
    line("{% increment c %}{% increment c %}{{ c }}", "012");
    line("{% decrement c %}{% decrement c %}", "-1-2");
    line("{% increment points %}{% decrement points %}{{ points }}", "363363363");
    line("{% increment nothing %}{% increment nothing %}", "01");
    line("{% increment name %}", "fault");
    line("{% increment a.b %}{{ a }}", "0");
    line("{% assign c = 9 %}{% increment c %}{{ c }}", "09");
    line("{% cycle 'a', 'b' %}{% cycle 'a', 'b' %}{% cycle 'a', 'b' %}", "aba");
    line("{% cycle 'g': 'a', 'b' %}{% cycle 'h': 'a', 'b' %}", "aa");
    line("{% for n in numbers %}{% ifchanged %}{{ yes }}{% endifchanged %}{% endfor %}", "true");
  }
  void namesAreSetAndCounted() { CHECK_ROW(); }

  void tablesHaveTheirLayout_data() {
    templateColumns();
    line("{% tablerow n in nothing limit:tags %}{{ n }}{% endtablerow %}", "");
    line("{% tablerow n in void cols:yes %}{{ n }}{% endtablerow %}", "fault");
    line("{% tablerow n in numbers offset:99999999999999999999.0 %}{{ n }}{% endtablerow %}",
         "<tr class=\"row1\">\n</tr>\n");
    line("{% tablerow n in (1..1) %}{{ tablerowloop }}{% endtablerow %}",
         "<tr class=\"row1\">\n<td class=\"col1\">Liquid::TablerowloopDrop</td></tr>\n");
    line("{% tablerow n in (1..2) cols:2 range:1 %}{{ n }}{% endtablerow %}",
         "<tr class=\"row1\">\n<td class=\"col1\">1</td><td class=\"col2\">2</td></tr>\n");
    line("{% tablerow n in numbers cols:2 %}{{ n }}{% endtablerow %}",
         "<tr class=\"row1\">\n<td class=\"col1\">3</td><td class=\"col2\">1</td></tr>\n<tr class=\"row2\"><td "
         "class=\"col1\">2</td></tr>\n");
  }
  void tablesHaveTheirLayout() { CHECK_ROW(); }

  void wordsCanStayUnread_data() {
    templateColumns();
    line("{% raw %}{{ name }}{% if %}{% endraw %}", "{{ name }}{% if %}");
    line("a{% comment %}{% if %}{% raw %}{% endcomment %}{% endraw %}{% endcomment %}b", "ab");
    line("a{% comment %}b{% comment %}c{% endcomment %}d{% endcomment %}e", "ae");
    line("{% raw %}{% endraw{% endraw %}", "{% endraw");
    line("{% raw %}a{% endraw{% if %}b{%- endraw -%} c", "a{% endraw{% if %}bc");
    line("a{% # note %}b", "ab");
    line("a{% doc %}{{ x{% enddoc %}b", "ab");
    line("{% liquid\nassign a = 1\nif a == 1\necho 'one'\nendif\n%}", "one");
    line("{% echo name | upcase %}", "EMMA");
  }
  void wordsCanStayUnread() { CHECK_ROW(); }
};

QTEST_GUILESS_MAIN(TagsTest)
#include "tags_test.moc"
