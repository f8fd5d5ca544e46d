// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "liquid_probe.h"

using namespace heliograph::liquid;

/// What outputs print and conditions hold.
class OutputTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void valuesPrintAsTheReferenceDoes_data() {
    templateColumns();
    line("{{ name }}", "Emma");
    line("{{ city }}", "Zürich");
    line("{{ points }}", "363");
    line("{{ -7 }}", "-7");
    line("{{ rate }}", "2.5");
    line("{{ 12.00 }}", "12.0");
    line("{{ 1.10 }}", "1.1");
    line("{{ 0.0001 }}", "0.0001");
    line("{{ 0.00009 }}", "9.0e-05");
    line("{{ 100000000000000.0 }}", "100000000000000.0");
    line("{{ 1000000000000000.0 }}", "1.0e+15");
    line("{{ yes }}", "true");
    line("{{ no }}", "false");
    line("{{ nothing }}", "");
    line("{{ unknown }}", "");
    line("{{ empty }}{{ blank }}", "");
    line("{{ numbers }}", "312");
    line("{{ nested }}", "123");
    line("{{ (1..3) }}", "1..3");
    line("{{ card }}", "{\"tier\"=>\"gold\", \"since\"=>2019}");
    line("{{ 'a' }}{{ \"b\" }}", "ab");
    line("{{ \"it's\" }}", "it's");
    line("{{}}", "");
  }
  void valuesPrintAsTheReferenceDoes() { CHECK_ROW(); }

  void lookupsFindMembersOrNothing_data() {
    templateColumns();
    line("{{ card.tier }}", "gold");
    line("{{ card[\"tier\"] }}", "gold");
    line("{{ card[key] }}", "gold");
    line("{{ card.tier.size }}", "4");
    line("{{ city.size }}", "6");
    line("{{ card.size }}", "2");
    line("{{ tags.size }}", "3");
    line("{{ tags.first }}{{ tags.last }}", "bC");
    line("{{ tags[0] }}{{ tags[-1] }}", "bC");
    line("{{ tags[9] }}", "");
    line("{{ void.first }}", "");
    line("{{ nothing.a.b }}", "");
    line("{{ points.a.b }}", "");
    line("{{ orders[1].title }}", "rug");
    line("{{ orders.first.title }}", "Lamp");
    line("{{ ['name'] }}", "Emma");
  }
  void lookupsFindMembersOrNothing() { CHECK_ROW(); }

  void onlyNilAndFalseAreFalse_data() {
    templateColumns();
    line("{% if nothing %}1{% else %}0{% endif %}", "0");
    line("{% if no %}1{% else %}0{% endif %}", "0");
    line("{% if unknown %}1{% else %}0{% endif %}", "0");
    line("{% if 0 %}1{% else %}0{% endif %}", "1");
    line("{% if none %}1{% else %}0{% endif %}", "1");
    line("{% if void %}1{% else %}0{% endif %}", "1");
    line("{% if empty %}1{% else %}0{% endif %}", "1");
  }
  void onlyNilAndFalseAreFalse() { CHECK_ROW(); }

  void comparisonsDoNotCoerce_data() {
    templateColumns();
    line("{% if 5 == 5.0 %}1{% else %}0{% endif %}", "1");
    line("{% if 5 == '5' %}1{% else %}0{% endif %}", "0");
    line("{% if nothing == nil %}1{% else %}0{% endif %}", "1");
    line("{% if unknown == nil %}1{% else %}0{% endif %}", "1");
    line("{% if nothing == false %}1{% else %}0{% endif %}", "0");
    line("{% if nothing < 1 %}1{% else %}0{% endif %}", "0");
    line("{% if points > 100 %}1{% else %}0{% endif %}", "1");
    line("{% if rate <= 2.5 %}1{% else %}0{% endif %}", "1");
    line("{% if 'a' < 'b' %}1{% else %}0{% endif %}", "1");
    line("{% if name != 'Emma' %}1{% else %}0{% endif %}", "0");
    line("{% if name <> 'Noah' %}1{% else %}0{% endif %}", "1");
    line("{% if 5 > 'x' %}1{% endif %}", "fault");
  }
  void comparisonsDoNotCoerce() { CHECK_ROW(); }

  void emptyAndBlankAskAboutAValue_data() {
    templateColumns();
    line("{% if none == empty %}1{% else %}0{% endif %}", "1");
    line("{% if void == empty %}1{% else %}0{% endif %}", "1");
    line("{% if blanks == empty %}1{% else %}0{% endif %}", "0");
    line("{% if nothing == empty %}1{% else %}0{% endif %}", "0");
    line("{% if blanks == blank %}1{% else %}0{% endif %}", "1");
    line("{% if nothing == blank %}1{% else %}0{% endif %}", "1");
    line("{% if no == blank %}1{% else %}0{% endif %}", "1");
    line("{% if 0 == blank %}1{% else %}0{% endif %}", "0");
    line("{% if empty == empty %}1{% else %}0{% endif %}", "0");
    line("{% if blank == empty %}1{% else %}0{% endif %}", "0");
    line("{% assign e = empty %}{% if e == empty %}1{% else %}0{% endif %}", "1");
    line("{% case none %}{% when empty %}1{% else %}0{% endcase %}", "1");
  }
  void emptyAndBlankAskAboutAValue() { CHECK_ROW(); }

  void containsLooksIntoTextsListsAndHashes_data() {
    templateColumns();
    line("{% if city contains 'rich' %}1{% else %}0{% endif %}", "1");
    line("{% if tags contains 'a' %}1{% else %}0{% endif %}", "1");
    line("{% if tags contains 'z' %}1{% else %}0{% endif %}", "0");
    line("{% if card contains 'tier' %}1{% else %}0{% endif %}", "1");
    line("{% if nothing contains 'a' %}1{% else %}0{% endif %}", "0");
    line("{% if gaps contains nil %}1{% else %}0{% endif %}", "0");
  }
  void containsLooksIntoTextsListsAndHashes() { CHECK_ROW(); }

  void andAndOrBindToTheRight_data() {
    templateColumns();
    line("{% if true or false and false %}1{% else %}0{% endif %}", "1");
    line("{% if false and false or true %}1{% else %}0{% endif %}", "0");
    line("{% if yes and points > 300 %}1{% else %}0{% endif %}", "1");
    line("{% if no or name == 'Emma' %}1{% else %}0{% endif %}", "1");
  }
  void andAndOrBindToTheRight() { CHECK_ROW(); }
};

QTEST_GUILESS_MAIN(OutputTest)
#include "output_test.moc"
