// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "editors/completion_place.h"

#include <QTest>

#include "editors/completion_choices.h"

using namespace heliograph::editors;
using Kind = CompletionPlace::Kind;

Q_DECLARE_METATYPE(CompletionPlace::Kind)

class CompletionPlaceTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aPlaceIsToldByWhatStandsBefore_data() {
    QTest::addColumn<QByteArray>("source");  // with ^ for the caret
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QByteArray>("replaced");
    const auto row = [](const char* source, Kind kind, const char* typed = "", const char* replaced = "") {
      QTest::newRow(source) << QByteArray(source) << kind << QString::fromUtf8(typed) << QByteArray(replaced);
    };
    row("a ^", Kind::None);
    row("{^", Kind::None);
    row("{{^", Kind::Value);
    row("{{ ^", Kind::Value);
    row("{{^}}", Kind::Value);
    row("{{ fi^ }}", Kind::Value, "fi", "fi");
    row("{{ fi^rst }}", Kind::Value, "fi", "first");
    row("{{ @^ }}", Kind::Value, "", "@");
    row("{{ @fi^ }}", Kind::Value, "fi", "fi");
    row("{{ Profile.^ }}", Kind::Member, "", "Profile.");
    row("{{ Profile.ci^ty }}", Kind::Member, "ci", "Profile.city");
    row("{{ Profile.a.^ }}", Kind::None);
    row("{{ Profile.city ^ }}", Kind::None);
    row("{{ Profile.city |^ }}", Kind::Filter);
    row("{{ Profile.city | up^ }}", Kind::Filter, "up", "up");
    row("{{ Profile.city | append: ^ }}", Kind::Value);
    row("{{ Profile.city | append: 'a^' }}", Kind::None);
    row("{{ Profile.city | append: 'a' ^ }}", Kind::None);
    row("{{ a }} ^ {{ b }}", Kind::None);
    row("{%^ %}", Kind::Tag);
    row("{% i^ %}", Kind::Tag, "i", "i");
    row("{% if ^ %}", Kind::Value);
    row("{% if Profile.^ %}", Kind::Member, "", "Profile.");
    row("{% if a == ^ %}", Kind::Value);
    row("{% if a and ^ %}", Kind::Value);
    row("{% if a ^ %}", Kind::None);
    row("{% assign x = ^ %}", Kind::Value);
    row("{% render ^ %}", Kind::Snippet);
    row("{% render fo^ %}", Kind::Snippet, "fo", "fo");
    row("{% render '^' %}", Kind::Snippet, "", "''");
    row("{% render '^ %}", Kind::Snippet, "", "'");
    row("{% render \"open^ing hours\" %}", Kind::Snippet, "open", "\"opening hours\"");
    row("{% include 'fo^", Kind::Snippet, "fo", "'fo");
    row("{% render 'foot' ^ %}", Kind::None);
    row("{% render 'foot', name: ^ %}", Kind::Value);
    row("{% render^ %}", Kind::Tag, "render", "render");
    row("é {{ a }} {% i^", Kind::Tag, "i", "i");
    row("é {{ Profile.^ and text", Kind::Member, "", "Profile.");
    row("{% raw %}{{ ^{% endraw %}", Kind::None);
    row("{% comment %}{{ ^ }}{% endcomment %}{{ a }}", Kind::None);
    row("{% comment %}x{% endcomment %}{{ ^ }}", Kind::Value);
  }
  void aPlaceIsToldByWhatStandsBefore() {
    QFETCH(QByteArray, source);
    const qsizetype caret = source.indexOf('^');
    source.remove(caret, 1);
    const CompletionPlace place = completionPlace(source, caret);
    QTEST(place.kind, "kind");
    if (place.kind == Kind::None) return;
    QTEST(place.typed, "typed");
    QTEST(source.mid(place.begin, place.end - place.begin), "replaced");
  }

  void ownNamesAreThoseThatTheSourceSets() {
    QCOMPARE(ownNames("{% assign b = a | upcase %}{% capture a %}x{% endcapture %}{% for i in c %}{% endfor %}"),
             (QStringList{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("i")}));
  }

  void whatBeginsWithTheTypedWordComesFirst() {
    const auto filters = filterChoices(QStringLiteral("re"));
    QCOMPARE(filters.front().name, QStringLiteral("reject"));
    QVERIFY(!filters.front().note.isEmpty());
  }

  void aPropertyThatIsNoIdentifierStandsInBrackets() {
    const auto members = memberChoices({{QStringLiteral("Profile"), QStringLiteral("Special date"), {}, -1}},
                                       QStringLiteral("Profile"), {});
    const CompletionPlace place = completionPlace("{{ Profile. }}", 11);
    QCOMPARE(completedText(place, members.front()), QByteArray("Profile[\"Special date\"]"));
  }
};

QTEST_GUILESS_MAIN(CompletionPlaceTest)
#include "completion_place_test.moc"
