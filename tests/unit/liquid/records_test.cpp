// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>

#include "liquid/shape.h"
#include "liquid_probe.h"

using namespace heliograph::liquid;

namespace {

const Shape& people() {
  static const Shape shape({"name", "points", "size"});
  return shape;
}

QString renderedFor(Renderer& renderer, const Template& compiled, const Record& record) {
  const std::array<Root, 1> roots{Root{"Profile", Value::record(record)}};
  const RenderResult result = renderer.render(compiled, roots);
  return result.ok() ? toText(result.output) : QStringLiteral("fault: ") + QString::fromStdString(result.message);
}

Template compiledFrom(std::string_view source) {
  return *Template::parse(source).compiled;
}

}  // namespace

/// The program's own rows as variables, and what a template tells about the paths it reads.
class RecordsTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aRowIsReadThroughItsShape_data() {
    templateColumns();
    recordRows();
  }
  void aRowIsReadThroughItsShape() {
    QFETCH(QString, source);
    QFETCH(QString, text);
    const std::array<Value, 3> slots{Value::string("Emma"), Value::integer(363), Value::nil()};
    Renderer renderer;
    QCOMPARE(renderedFor(renderer, compiledFrom(source.toStdString()), {&people(), slots.data()}), text);
  }

  void oneTemplateServesManyRowsAndShapes() {
    const Template compiled = compiledFrom("{{ Profile.name }}:{{ Profile.points }}");
    const Shape other({"points", "name"});
    const std::array<Value, 3> emma{Value::string("Emma"), Value::integer(1), Value::nil()};
    const std::array<Value, 3> noah{Value::string("Noah"), Value::integer(2), Value::nil()};
    const std::array<Value, 2> mia{Value::integer(3), Value::string("Mia")};
    Renderer renderer;
    QCOMPARE(renderedFor(renderer, compiled, {&people(), emma.data()}), QStringLiteral("Emma:1"));
    QCOMPARE(renderedFor(renderer, compiled, {&people(), noah.data()}), QStringLiteral("Noah:2"));
    QCOMPARE(renderedFor(renderer, compiled, {&other, mia.data()}), QStringLiteral("Mia:3"));
    QCOMPARE(renderedFor(renderer, compiled, {&people(), emma.data()}), QStringLiteral("Emma:1"));
  }

  void aRendererGoesFromTemplateToTemplate() {
    const std::array<Value, 3> emma{Value::string("Emma"), Value::integer(1), Value::nil()};
    const Record record{&people(), emma.data()};
    const Template names = compiledFrom("{{ Profile.name }}");
    const Template points = compiledFrom("{{ Profile.points }}{{ Profile.name }}");
    Renderer renderer;
    QCOMPARE(renderedFor(renderer, names, record), QStringLiteral("Emma"));
    QCOMPARE(renderedFor(renderer, points, record), QStringLiteral("1Emma"));
    QCOMPARE(renderedFor(renderer, names, record), QStringLiteral("Emma"));
  }

  void theFirstOfTwoEqualFieldNamesWins() {
    const Shape shape({"a", "a"});
    QCOMPARE(shape.slot("a"), 0);
    QCOMPARE(shape.slot("b"), -1);
    QVERIFY(shape.id() != people().id());
  }

  void pathsAreToldWithTheirPlaceAndUse() {
    const std::string source =
        "Hé {{ Profile.city | default: 'x' }}{% if Profile[\"First name\"] == a[b] %}{% assign c = 1 %}{{ c }}{% endif "
        "%}";
    const Template compiled = compiledFrom(source);
    QStringList told;
    for (const PathUse& use : compiled.paths()) {
      QString one = toText(std::string_view(source).substr(use.begin, use.end - use.begin));
      one += use.guarded ? QStringLiteral(" guarded") : QString();
      one += use.inTag ? QStringLiteral(" tag") : QString();
      one += use.local ? QStringLiteral(" local") : QString();
      one += use.computed ? QStringLiteral(" computed") : QString();
      told << one;
    }
    told.sort();
    QCOMPARE(told,
             (QStringList{QStringLiteral("Profile.city guarded"), QStringLiteral("Profile[\"First name\"] tag"),
                          QStringLiteral("a[b] tag computed"), QStringLiteral("b tag"), QStringLiteral("c local")}));
  }

  void numbersKeepTheirShortestText_data() {
    QTest::addColumn<double>("number");
    QTest::addColumn<QString>("text");
    QTest::newRow("tenth") << 0.1 << QStringLiteral("0.1");
    QTest::newRow("whole") << 3.0 << QStringLiteral("3.0");
    QTest::newRow("large") << 1e20 << QStringLiteral("1.0e+20");
    QTest::newRow("small") << 1.5e-7 << QStringLiteral("1.5e-07");
    QTest::newRow("no number") << std::numeric_limits<double>::quiet_NaN() << QString();
  }
  void numbersKeepTheirShortestText() {
    QFETCH(double, number);
    QFETCH(QString, text);
    const std::array<Root, 1> roots{Root{"n", Value::number(number)}};
    Renderer renderer;
    const Template compiled = compiledFrom("{{ n }}");
    QCOMPARE(toText(renderer.render(compiled, roots).output), text);
  }

  void aStoreKeepsTheLastOfTwoEqualKeys() {
    ValueStore store;
    const Value hash = store.hash({{"a", Value::integer(1)}, {"b", Value::integer(2)}, {"a", Value::integer(3)}});
    QCOMPARE(hash.size(), 2U);
    QCOMPARE(hash.entries()[0].value.toInteger(), std::int64_t{3});
  }

 private:
  static void recordRows() {
    line("{{ Profile.name }}", "Emma");
    line("{{ Profile['name'] }}", "Emma");
    line("{{ Profile.points | plus: 1 }}", "364");
    line("{{ Profile.unknown }}", "");
    line("{{ Profile.size }}", "");
    line("{{ Profile.name.size }}", "4");
    line("{{ Profile.first[0] }}", "name");
    line("{% for field in Profile %}{{ field[0] }},{% endfor %}", "name,points,size,");
    line("{% assign p = Profile %}{{ p.name }}", "Emma");
    line("{{ Profile | where: 'name', 'Emma' | size }}", "1");
    line("{% if Profile contains 'points' %}1{% endif %}", "1");
    line("{% if Profile == Profile %}1{% endif %}", "1");
    line("{{ Profile }}", "{\"name\"=>\"Emma\", \"points\"=>363, \"size\"=>nil}");
  }
};

QTEST_GUILESS_MAIN(RecordsTest)
#include "records_test.moc"
