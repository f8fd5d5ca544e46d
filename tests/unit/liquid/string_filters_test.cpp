// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "liquid_probe.h"

using namespace heliograph::liquid;

/// The filters for texts.
class StringFiltersTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void caseChangesByCodePoint_data() {
    templateColumns();
    line("{{ 'straße élan' | upcase }}", "STRASSE ÉLAN");
    line("{{ 'ÉLAN' | downcase }}", "élan");
    line("{{ 'éLAN vital' | capitalize }}", "Élan vital");
    line("{{ '' | capitalize }}", "");
    line("{{ nothing | upcase }}", "");
  }
  void caseChangesByCodePoint() { CHECK_ROW(); }

  void blanksAreStripped_data() {
    templateColumns();
    line("[{{ ' a b ' | strip }}]", "[a b]");
    line("[{{ ' a b ' | lstrip }}]", "[a b ]");
    line("[{{ ' a b ' | rstrip }}]", "[ a b]");
    line("{{ 'a\nb' | strip_newlines }}", "ab");
    line("{{ 'a\nb' | newline_to_br }}", "a<br />\nb");
  }
  void blanksAreStripped() { CHECK_ROW(); }

  void textsAreJoinedAndCut_data() {
    templateColumns();
    line("{{ 'a' | append: 'b' | prepend: 'c' }}", "cab");
    line("{{ points | append: '!' }}", "363!");
    line("{{ tags | append: '!' }}", "[\"b\", \"a\", \"C\"]!");
    line("{{ mixed | upcase }}", "[1, \"A\"]");
    line("{{ 'Grüße aus Bern' | truncate: 8 }}", "Grüße...");
    line("{{ 'Grüße' | truncate: 5 }}", "Grüße");
    line("{{ 'Grüße' | truncate: 2 }}", "...");
    line("{{ 'Grüße' | truncate: 3, '' }}", "Grü");
    line("{{ 'one two three' | truncatewords: 2 }}", "one two...");
    line("{{ 'one  two' | truncatewords: 2 }}", "one  two");
    line("{{ 'one two' | truncatewords: 0 }}", "one...");
    line("{{ 'one two three' | truncatewords: 2, '--' }}", "one two--");
    line("{{ 'Zürich' | slice: 1, 3 }}", "üri");
    line("{{ 'Zürich' | slice: -3, 2 }}", "ic");
    line("{{ 'Zürich' | slice: 9 }}", "");
    line("{{ numbers | slice: 1, 2 | join: '-' }}", "1-2");
    line("{{ 'abc' | slice: 'x' }}", "fault");
  }
  void textsAreJoinedAndCut() { CHECK_ROW(); }

  void partsAreReplaced_data() {
    templateColumns();
    line("{{ 'a.b.c' | replace: '.', '-' }}", "a-b-c");
    line("{{ 'ab' | replace: '', '-' }}", "-a-b-");
    line("{{ 'ab' | replace: unknown, '-' }}", "-a-b-");
    line("{{ 'aXb' | replace: 'X', '$&' }}", "a$&b");
    line("{{ 'a.b.c' | replace_first: '.', '-' }}", "a-b.c");
    line("{{ 'a.b.c' | replace_last: '.', '-' }}", "a.b-c");
    line("{{ 'a.b.c' | remove: '.' }}", "abc");
    line("{{ 'a.b.c' | remove_first: '.' }}", "ab.c");
    line("{{ 'a.b.c' | remove_last: '.' }}", "a.bc");
  }
  void partsAreReplaced() { CHECK_ROW(); }

  void textsAreEncoded_data() {
    templateColumns();
    line("{{ '<a href=\"x\">&</a>' | escape }}", "&lt;a href=&quot;x&quot;&gt;&amp;&lt;/a&gt;");
    line("{{ \"it's\" | escape }}", "it&#39;s");
    line("{{ '1 &lt; 2 & 3' | escape_once }}", "1 &lt; 2 &amp; 3");
    line("{{ 'a b!é' | url_encode }}", "a+b%21%C3%A9");
    line("{{ 'a+b%21' | url_decode }}", "a b!");
    line("{{ '%ff' | url_decode }}", "fault");
    line("{{ 'one' | base64_encode }}", "b25l");
    line("{{ 'b25l' | base64_decode }}", "one");
    line("{{ '*' | base64_decode }}", "fault");
    line("{{ '+?>' | base64_url_safe_encode }}", "Kz8-");
    line("{{ 'Kz8-' | base64_url_safe_decode }}", "+?>");
    line("{{ '<b>x</b><script>y</script><!-- z -->' | strip_html }}", "x");
  }
  void textsAreEncoded() { CHECK_ROW(); }

  void missingValuesGetADefault_data() {
    templateColumns();
    line("{{ nothing | default: 'there' }}", "there");
    line("{{ no | default: 'there' }}", "there");
    line("{{ none | default: 'there' }}", "there");
    line("{{ void | default: 'there' }}", "there");
    line("{{ empty | default: 'there' }}", "there");
    line("{{ blanks | default: 'there' }}", "  ");
    line("{{ 0 | default: 'there' }}", "0");
    line("{{ name | default: 'there' }}", "Emma");
    line("{{ no | default: 'there', allow_false: true }}", "false");
    line("{{ no | default: allow_false: true, 'there' }}", "false");
    line("{{ nothing | default: 'there', allow_false: true }}", "there");
  }
  void missingValuesGetADefault() { CHECK_ROW(); }

  void aMissingTextIsAnEmptyOneForMostFilters_data() {
    templateColumns();
    line("{{ nothing | escape_once | size }}{{ nothing | upcase | size }}", "00");
    line("{{ nothing | escape | size }}{{ nothing | truncate: 3 | size }}{{ nothing | url_encode | size }}", "000");
    line("{% assign a = nothing | escape_once %}{% if a == '' %}empty{% endif %}", "empty");
    line("{% if none.first == '' and none.last == '' %}empty{% endif %}", "empty");
  }
  void aMissingTextIsAnEmptyOneForMostFilters() { CHECK_ROW(); }

  void wrongArgumentsAreFaults_data() {
    templateColumns();
    line("{{ 'a' | upcase: 1 }}", "fault");
    line("{{ 'a' | append }}", "fault");
    line("{{ 'a' | append: 'b', 'c' }}", "fault");
    line("{{ 'a' | default: 'b', other: 1 }}", "fault");
  }
  void wrongArgumentsAreFaults() { CHECK_ROW(); }
};

QTEST_GUILESS_MAIN(StringFiltersTest)
#include "string_filters_test.moc"
