// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "liquid_probe.h"

using namespace heliograph::liquid;

/// The filters for lists.
class ArrayFiltersTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void listsAreSplitAndJoined_data() {
    templateColumns();
    line("{{ 'a,b,,c,,' | split: ',' | size }}", "4");
    line("{{ 'a,b,,c,,' | split: ',' | join: '#' }}", "a#b##c");
    line("{{ ',a' | split: ',' | join: '#' }}", "#a");
    line("{{ 'Zür' | split: '' | join: '-' }}", "Z-ü-r");
    line("{{ '  a  b c ' | split: ' ' | join: '#' }}", "a#b#c");
    line("{{ '' | split: ',' | size }}", "0");
    line("{{ nothing | split: ',' | size }}", "0");
    line("{{ 'abc' | split: 'abc' | size }}", "0");
    line("{{ numbers | join }}", "3 1 2");
    line("{{ gaps | join: '-' }}", "1--2");
    line("{{ nested | join: '-' }}", "1-2-3");
    line("{{ (1..4) | join: '' }}", "1234");
    line("{{ name | join: '-' }}", "Emma");
    line("{{ nothing | join: '-' }}", "");
  }
  void listsAreSplitAndJoined() { CHECK_ROW(); }

  void itemsAreTaken_data() {
    templateColumns();
    line("{{ tags | first }}{{ tags | last }}", "bC");
    line("{{ void | first }}{{ void | last }}", "");
    line("{{ card | first | join: '=' }}", "tier=gold");
    line("{{ card | last }}", "");
    line("{{ (2..5) | first }}{{ (2..5) | last }}", "25");
    line("{{ points | first }}", "");
    line("{{ tags | size }}", "3");
    line("{{ city | size }}", "6");
    line("{{ card | size }}", "2");
    line("{{ (2..5) | size }}", "4");
    line("{{ points | size }}", "8");
    line("{{ rate | size }}", "0");
    line("{{ nothing | size }}", "0");
  }
  void itemsAreTaken() { CHECK_ROW(); }

  void listsAreReversedAndJoinedUp_data() {
    templateColumns();
    line("{{ numbers | reverse | join: '' }}", "213");
    line("{{ (1..3) | reverse | join: '' }}", "321");
    line("{{ numbers | concat: tags | join: '' }}", "312baC");
    line("{{ nested | concat: nested | size }}", "5");
    line("{{ nothing | concat: tags | join: '' }}", "baC");
    line("{{ numbers | concat: name }}", "fault");
    line("{{ numbers | concat: nothing }}", "fault");
    line("{{ numbers | concat: (1..2) }}", "fault");
  }
  void listsAreReversedAndJoinedUp() { CHECK_ROW(); }

  void listsAreSorted_data() {
    templateColumns();
    line("{{ numbers | sort | join: '' }}", "123");
    line("{{ tags | sort | join: '' }}", "Cab");
    line("{{ gaps | sort | join: '-' }}", "1-2-");
    line("{{ tags | sort_natural | join: '' }}", "abC");
    line("{{ orders | sort: 'price' | map: 'title' | join: '-' }}", "rug-Lamp-Bowl");
    line("{{ orders | sort_natural: 'title' | map: 'title' | join: '-' }}", "Bowl-Lamp-rug");
    line("{{ mixed | sort }}", "fault");
    line("{{ numbers | sort: 'x' }}", "fault");
    line("{{ gaps | sort: 'x' | size }}", "0");
    line("{{ nothing | sort | size }}", "0");
  }
  void listsAreSorted() { CHECK_ROW(); }

  void doublesAndGapsAreDropped_data() {
    templateColumns();
    line("{{ 'a,b,a' | split: ',' | uniq | join: '' }}", "ab");
    line("{{ '1 1.0' | split: ' ' | uniq | size }}", "2");
    line("{{ orders | uniq: 'paid' | map: 'title' | join: '-' }}", "Lamp-rug");
    line("{{ gaps | compact | join: '-' }}", "1-2");
    line("{{ orders | compact: 'price' | map: 'title' | join: '-' }}", "Lamp-rug");
    line("{{ void | compact | size }}{{ void | uniq | size }}", "00");
  }
  void doublesAndGapsAreDropped() { CHECK_ROW(); }

  void propertiesAreReadAndSummedUp_data() {
    templateColumns();
    line("{{ orders | map: 'title' | join: '-' }}", "Lamp-rug-Bowl");
    line("{{ orders | map: 'unknown' | join: '-' }}", "--");
    line("{{ tags | map: 'a' | join: '-' }}", "-a-");
    line("{{ numbers | map: 'a' }}", "fault");
    line("{{ card | map: 'tier' | join: '-' }}", "gold");
    line("{{ numbers | sum }}", "6");
    line("{{ orders | sum: 'price' }}", "52.5");
    line("{{ '0.1 0.2 x' | split: ' ' | sum }}", "0.3");
    line("{{ nested | sum }}", "6");
    line("{{ nothing | sum }}", "0");
    line("{{ numbers | sum: 'x' }}", "fault");
  }
  void propertiesAreReadAndSummedUp() { CHECK_ROW(); }

  void itemsAreSelectedByAProperty_data() {
    templateColumns();
    line("{{ orders | where: 'paid' | map: 'title' | join: '-' }}", "Lamp-Bowl");
    line("{{ orders | where: 'paid', false | map: 'title' | join: '-' }}", "rug");
    line("{{ orders | where: 'price', 12.5 | map: 'title' | join: '-' }}", "rug");
    line("{{ orders | where: 'paid', nil | map: 'title' | join: '-' }}", "Lamp-Bowl");
    line("{{ orders | reject: 'paid' | map: 'title' | join: '-' }}", "rug");
    line("{{ orders | reject: 'title', 'rug' | map: 'title' | join: '-' }}", "Lamp-Bowl");
    line("{{ tags | where: 'a' | join: '-' }}", "a");
    line("{{ card | where: 'tier', 'gold' | size }}", "1");
    line("{{ numbers | where: 'x' }}", "fault");
    line("{{ gaps | where: 'x' }}", "fault");
    line("{{ nothing | where: 'x' | size }}", "0");
  }
  void itemsAreSelectedByAProperty() { CHECK_ROW(); }

  void aPlaceCanBeAFraction_data() {
    templateColumns();
    line("{{ tags | map: 0.5 | join }}", "b a C");
    line("{{ 6 | map: 1.5 }}{{ 6 | map: 0.5 }}", "10");
    line("{{ tags | map: (1..2) }}", "fault");
  }
  void aPlaceCanBeAFraction() { CHECK_ROW(); }

  void itemsAreFound_data() {
    templateColumns();
    line("{% assign o = orders | find: 'title', 'rug' %}{{ o.price }}", "12.5");
    line("{{ orders | find: 'title', 'x' }}", "");
    line("{{ orders | find_index: 'title', 'rug' }}", "1");
    line("{{ orders | find_index: 'title', 'x' }}", "");
    line("{{ orders | has: 'title', 'rug' }}", "true");
    line("{{ orders | has: 'title', 'x' }}", "false");
    line("{{ tags | has: 'a' }}", "true");
    line("{{ nothing | has: 'a' }}", "false");
    line("{{ numbers | has: 'a' }}", "fault");
  }
  void itemsAreFound() { CHECK_ROW(); }
};

QTEST_GUILESS_MAIN(ArrayFiltersTest)
#include "array_filters_test.moc"
