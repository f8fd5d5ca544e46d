// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "liquid_probe.h"

using namespace heliograph::liquid;

/// The filters for numbers.
class NumberFiltersTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void integersStayIntegersAndRoundDown_data() {
    templateColumns();
    line("{{ 7 | divided_by: 2 }}", "3");
    line("{{ -7 | divided_by: 2 }}", "-4");
    line("{{ 7 | modulo: -3 }}", "-2");
    line("{{ -7 | modulo: 3 }}", "2");
    line("{{ 2 | plus: 3 | minus: 1 | times: 4 }}", "16");
    line("{{ -5 | abs }}", "5");
    line("{{ 3 | at_least: 5 }}{{ 3 | at_most: 2 }}", "52");
  }
  void integersStayIntegersAndRoundDown() { CHECK_ROW(); }

  void floatsAreExactDecimals_data() {
    templateColumns();
    line("{{ 0.1 | plus: 0.2 }}", "0.3");
    line("{{ 10.1 | minus: 2.2 }}", "7.9");
    line("{{ points | times: 0.05 }}", "18.15");
    line("{{ 3 | times: 1.1 }}", "3.3");
    line("{{ 10.1 | times: 2.2 }}", "22.22");
    line("{{ 7 | divided_by: 2.0 }}", "3.5");
    line("{{ 6 | divided_by: 2.0 }}", "3.0");
    line("{{ 1 | divided_by: 3.0 }}", "0.3333333333333333");
    line("{{ 7.5 | modulo: 2 }}", "1.5");
    line("{{ -1.5 | abs }}", "1.5");
    line("{{ '0.1,0.2,0.3,99999999999999999' | split: ',' | sum }}", "1.0e+17");
    line("{{ '1e-300' | plus: 2.5 }}", "3.5");
    line("{{ 999999999999999.9 | plus: 100.0 }}", "1000000000000099.9");
    line("{{ 1000000000000000.5 }} {{ 1000000000000000.0 }}", "1000000000000000.5 1.0e+15");
  }
  void floatsAreExactDecimals() { CHECK_ROW(); }

  void numbersAreRounded_data() {
    templateColumns();
    line("{{ 4.5 | round }}", "5");
    line("{{ -2.5 | round }}", "-3");
    line("{{ 120 | times: 0.05 | round: 2 }}", "6.0");
    line("{{ 18.155 | round: 2 }}", "18.16");
    line("{{ 4 | round: 2 }}", "4");
    line("{{ '3' | round: 2 }}", "3");
    line("{{ 4.4 | round: 0 }}", "4");
    line("{{ 3 | round: -0.5 }}", "3");
    line("{{ 2.345 | round: 1.9 }}", "2.3");
    line("{{ 1.2 | ceil }}{{ 1.8 | floor }}", "21");
    line("{{ -1.2 | ceil }}{{ -1.2 | floor }}", "-1-2");
  }
  void numbersAreRounded() { CHECK_ROW(); }

  void textsCountAsTheNumberTheyBeginWith_data() {
    templateColumns();
    line("{{ '3.5' | times: 2 }}", "7.0");
    line("{{ '12abc' | plus: 1 }}", "13");
    line("{{ ' 4 ' | plus: 1 }}", "5");
    line("{{ 'abc' | plus: 1 }}", "1");
    line("{{ nothing | plus: 1 }}", "1");
    line("{{ yes | plus: 1 }}", "1");
  }
  void textsCountAsTheNumberTheyBeginWith() { CHECK_ROW(); }

  void whatHasNoAnswerIsAFault_data() {
    templateColumns();
    line("{{ 1 | divided_by: 0 }}", "fault");
    line("{{ 1 | modulo: 0 }}", "fault");
    line("{{ 1 | divided_by: 0.0 }}", "fault");
    line("{{ 1.0 | modulo: 0.0 }}", "fault");
    line("{{ 9223372036854775807 | plus: 1 }}", "fault");
    line("{{ 9223372036854775807 | times: 2 }}", "fault");
    line("{{ -9223372036854775808 | minus: 1 }}", "fault");
    line("{{ -9223372036854775808 | divided_by: -1 }}", "fault");
    line("{{ -9223372036854775808 | abs }}", "fault");
    line("{{ 99999999999999999999 }}", "fault");
    line("{{ '99999999999999999999' | plus: 1 }}", "fault");
    line("{{ 1e5 }}", "fault");
  }
  void whatHasNoAnswerIsAFault() { CHECK_ROW(); }
};

QTEST_GUILESS_MAIN(NumberFiltersTest)
#include "number_filters_test.moc"
