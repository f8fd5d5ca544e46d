// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <array>

#include "liquid/shape.h"
#include "liquid/value.h"
#include "message/compiled_message.h"
#include "message/sendable.h"

using namespace heliograph;
using namespace heliograph::message;

namespace {

/// A person with a first name (or none), a tier and points.
class Person {
 public:
  explicit Person(std::string_view firstName = "Asha", std::string_view tier = "Gold", qint64 points = 120)
      : m_values{firstName.empty() ? liquid::Value::nil() : liquid::Value::string(firstName),
                 tier.empty() ? liquid::Value::nil() : liquid::Value::string(tier), liquid::Value::integer(points)} {}

  [[nodiscard]] PersonValues values() const { return {&shape(), m_values.data()}; }

 private:
  static const liquid::Shape& shape() {
    static const liquid::Shape fields({"first_name", "tier", "points"});
    return fields;
  }
  std::array<liquid::Value, 3> m_values;
};

CompiledMessage compiled(const QByteArray& source) {
  auto message = CompiledMessage::compile(source);
  if (!message) qFatal("doesn't compile: %s", qPrintable(message.error().message));
  return *message;
}

const QDateTime kNow(QDate(2026, 11, 26), QTime(12, 0), Qt::UTC);

}  // namespace

class CompiledMessageTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aPersonsValuesStandInTheText_data() {
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<QString>("text");
    QTest::newRow("plain") << QByteArray("Hello") << "Hello";
    QTest::newRow("property") << QByteArray("Hi {{ Profile.first_name }}") << "Hi Asha";
    QTest::newRow("fallback unused") << QByteArray("Hi {{ Profile.first_name | default: \"there\" }}") << "Hi Asha";
    QTest::newRow("number") << QByteArray("{{ Profile.points | times: 2 }}") << "240";
    QTest::newRow("campaign") << QByteArray("{{ Campaign.name }}") << "Diwali";
    QTest::newRow("condition") << QByteArray("{% if Profile.points > 100 %}A{% else %}B{% endif %}") << "A";
    QTest::newRow("today") << QByteArray("{{ 'now' | date: '%d %b' }}") << "26 Nov";
    QTest::newRow("awkward bytes stay") << QByteArray("a\u00A0b\u2028c e\u0301 😀")
                                        << QStringLiteral("a\u00A0b\u2028c e\u0301 😀");
  }
  void aPersonsValuesStandInTheText() {
    QFETCH(QByteArray, source);
    MessageRenderer renderer(kNow, QStringLiteral("Diwali"), 7);
    const RenderedText rendered = compiled(source).render(Person().values(), renderer);
    QCOMPARE(rendered.status, RenderedText::Status::Ok);
    QTEST(QString::fromStdString(rendered.text), "text");
  }

  void theEventsValuesStandInTheText_data() {
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<QString>("with");
    QTest::addColumn<QString>("without");
    QTest::newRow("printed") << QByteArray("{{ Event.Amount | default: 'it' }}") << "2500"
                             << "it";
    QTest::newRow("a name with a blank") << QByteArray("{{ Event[\"Requested Product\"] | default: 'it' }}") << "Sari"
                                         << "it";
    QTest::newRow("reckoned with") << QByteArray("{{ Event.Amount | divided_by: 100 }}") << "25"
                                   << "0";
    QTest::newRow("asked for") << QByteArray("{% if Event.Amount > 1000 %}A{% else %}B{% endif %}") << "A"
                               << "B";
    QTest::newRow("not given") << QByteArray("[{{ Event.Category }}]") << "[]"
                               << "[]";
  }
  void theEventsValuesStandInTheText() {
    QFETCH(QByteArray, source);
    QFETCH(QString, with);
    QFETCH(QString, without);
    liquid::ValueStore store;
    const liquid::Value event =
        store.hash({{"Amount", liquid::Value::integer(2500)}, {"Requested Product", store.string("Sari")}});
    MessageRenderer renderer(kNow);
    const Person person;
    PersonValues values = person.values();
    QCOMPARE(QString::fromStdString(compiled(source).render(values, renderer).text), without);
    values.event = &event;
    const RenderedText rendered = compiled(source).render(values, renderer);
    QCOMPARE(QString::fromStdString(rendered.text), with);
    QVERIFY(rendered.missing.isEmpty());
  }

  void missingAndDefaultedValuesAreNamed() {
    MessageRenderer renderer(kNow);
    const CompiledMessage message = compiled("{{ Profile.first_name | default: 'you' }} {{ Profile.tier }}");
    const RenderedText rendered = message.render(Person("", "").values(), renderer);
    QCOMPARE(QString::fromStdString(rendered.text), QStringLiteral("you "));
    QCOMPARE(rendered.missing, QStringList{QStringLiteral("tier")});
    QCOMPARE(rendered.defaulted, QStringList{QStringLiteral("first_name")});
  }

  void aPropertyThatAConditionAsksForIsNotMissing() {
    MessageRenderer renderer(kNow);
    const CompiledMessage message = compiled("{% if Profile.tier %}{{ Profile.tier }}{% else %}Hello{% endif %}");
    QVERIFY(message.render(Person("", "").values(), renderer).missing.isEmpty());
  }

  void aFaultyMessageSaysWhereItIs() {
    auto message = CompiledMessage::compile("Hi\n{{ Profile.first_name");
    QVERIFY(!message);
    QCOMPARE(message.error().code, ErrorCode::InvalidInput);
    QVERIFY(message.error().message.contains(QStringLiteral("line 2")));
  }

  void onlyWhatMayBeSentIsSendable_data() {
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<QString>("reason");
    QTest::newRow("text") << QByteArray("Hello") << "";
    QTest::newRow("empty") << QByteArray("") << "empty_text";
    QTest::newRow("blanks") << QByteArray(" \n\u00A0\u200B") << "empty_text";
    QTest::newRow("empty for this person")
        << QByteArray("{% if Profile.points > 999 %}Hello{% endif %}") << "empty_text";
    QTest::newRow("fails while rendering") << QByteArray("{{ Profile.points | divided_by: 0 }}") << "render_failed";
    QTest::newRow("aborted") << QByteArray("{% abort \"not now\" %}") << "aborted";
    QTest::newRow("two parts at most") << QByteArray(320, 'a') << "too_long";
  }
  void onlyWhatMayBeSentIsSendable() {
    QFETCH(QByteArray, source);
    MessageRenderer renderer(kNow);
    const Sendable sendable = prepareText(compiled(source), Person().values(), renderer, MessageLimits{2});
    QTEST(sendable.reason, "reason");
    QCOMPARE(sendable.ok, sendable.reason.isEmpty());
  }

  void theAuthorsReasonToAbortIsKept() {
    MessageRenderer renderer(kNow);
    const Sendable sendable = prepareText(compiled("{% abort \"not now\" %}"), Person().values(), renderer, {});
    QCOMPARE(sendable.detail, QStringLiteral("not now"));
  }
};

QTEST_GUILESS_MAIN(CompiledMessageTest)
#include "compiled_message_test.moc"
