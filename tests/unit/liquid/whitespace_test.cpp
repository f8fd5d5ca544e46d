// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "liquid_probe.h"

using namespace heliograph::liquid;

/// Blanks around tags and in blocks.
class WhitespaceTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void dashesTakeTheBlanksOnTheirSide_data() {
    templateColumns();
    line("a {{- name -}} b", "aEmmab");
    line("a {{- name }} b", "aEmma b");
    line("a {{ name -}} b", "a Emmab");
    line("a \n {%- if yes -%} \n b \n {%- endif -%} \n c", "abc");
    line("a {%- raw -%} b {%- endraw -%} c", "a b c");
    line("a {%- comment -%} b {%- endcomment -%} c", "ac");
    line("a {%- # note -%} b", "ab");
    line("{%- liquid\n  echo 'x'\n-%} y", "xy");
  }
  void dashesTakeTheBlanksOnTheirSide() { CHECK_ROW(); }

  void blocksWithoutWordsPrintNothing_data() {
    templateColumns();
    line("a{% if yes %}  {% endif %}b", "ab");
    line("a{% for n in numbers %} \n {% endfor %}b", "ab");
    line("a{% if yes %} {% assign x = 1 %} {% endif %}b", "ab");
    line("a{% if yes %} {{ '' }} {% endif %}b", "a  b");
    line("a{% if yes %} x {% endif %}b", "a x b");
    line("a{% case 1 %} {% when 1 %} {% endcase %}b", "ab");
  }
  void blocksWithoutWordsPrintNothing() { CHECK_ROW(); }
};

QTEST_GUILESS_MAIN(WhitespaceTest)
#include "whitespace_test.moc"
