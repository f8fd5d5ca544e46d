// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "message/field_maker.h"

#include <QTest>

#include "liquid/shape.h"
#include "liquid/value.h"
#include "message/message_plan.h"

using namespace heliograph;
using namespace heliograph::message;

namespace {

const liquid::Shape& fieldShape() {
  static const liquid::Shape shape({"identity", "name", "order"});
  return shape;
}

/// A message with these fields for Asha, who has no order.
Sendable made(const FieldSources& fields, const QByteArray& message = "Hi {{ Profile.name }}") {
  const std::vector<liquid::Value> values{liquid::Value::string("asha"), liquid::Value::string("Asha"),
                                          liquid::Value()};
  MessagePlan::Parts parts;
  parts.copies = {message};
  parts.fields = {fields};
  const auto plan = MessagePlan::compile(std::move(parts));
  if (!plan) return {false, QStringLiteral("refused"), plan.error().message, {}, {}};
  MessageRenderer renderer(QDateTime::fromSecsSinceEpoch(0), QStringLiteral("Spring"), 7);
  return plan->prepare({&fieldShape(), values.data()}, renderer);
}

FieldSources templateOnly(const QString& approved, std::vector<QByteArray> variables) {
  FieldSources fields;
  fields.templateId = QStringLiteral("1107");
  fields.approvedText = approved;
  fields.takesText = false;
  fields.variables = std::move(variables);
  return fields;
}

}  // namespace

class FieldMakerTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void everyPersonalValueIsMade() {
    FieldSources fields;
    fields.templateId = QStringLiteral(" 1107 ");
    fields.variables = {"{{ Profile.name | upcase }}", "plain"};
    fields.body = {{QStringLiteral("uid"), "{{ Profile.identity }}"}};
    fields.headers = {{QStringLiteral("X-Name"), "{{ Profile.name }}", true}};
    fields.globals = {{QStringLiteral("hid"), "{{ 7 }}", false, false}};
    const Sendable text = made(fields);
    QVERIFY(text.ok);
    QCOMPARE(QString::fromStdString(text.text), QStringLiteral("Hi Asha"));
    QVERIFY(text.fields);
    QCOMPARE(text.fields->templateId, QStringLiteral("1107"));
    QCOMPARE(text.fields->variables, QStringList({QStringLiteral("ASHA"), QStringLiteral("plain")}));
    QVERIFY(text.fields->body == std::vector<MadePair>({{QStringLiteral("uid"), QStringLiteral("asha"), false}}));
    QVERIFY(text.fields->headers == std::vector<MadePair>({{QStringLiteral("X-Name"), QStringLiteral("Asha"), true}}));
    // What is the same for everybody is never made.
    QCOMPARE(text.fields->globals.front().value, QStringLiteral("{{ 7 }}"));
  }

  void aTextWithoutFieldsHasNone() { QVERIFY(!made({}).fields); }

  void anEmptyValueLeavesThePersonOut_data() {
    QTest::addColumn<bool>("asVariable");
    QTest::newRow("variable") << true;
    QTest::newRow("value that the provider asks for") << false;
  }
  void anEmptyValueLeavesThePersonOut() {
    QFETCH(bool, asVariable);
    FieldSources fields;
    if (asVariable) {
      fields.variables = {"{{ Profile.order }}"};
    } else {
      fields.body = {{QStringLiteral("order"), " {{ Profile.order }} "}};
    }
    const Sendable text = made(fields);
    QVERIFY(!text.ok);
    QCOMPARE(text.reason, QStringLiteral("empty_value"));
    QCOMPARE(text.detail, asVariable ? QStringLiteral("Variable 1") : QStringLiteral("order"));
  }

  void anOwnValueMayBeEmpty() {
    FieldSources fields;
    fields.body = {{QStringLiteral("order"), "{{ Profile.order }}", true}};
    QVERIFY(made(fields).ok);
  }

  void aValueMayLeaveThePersonOut() {
    FieldSources fields;
    fields.body = {{QStringLiteral("uid"), "{% abort \"no order\" %}"}};
    const Sendable text = made(fields);
    QCOMPARE(text.reason, QStringLiteral("aborted"));
    QCOMPARE(text.detail, QStringLiteral("no order"));
  }

  void aCouponCodeIsRefused() {
    FieldSources fields;
    fields.body = {{QStringLiteral("code"), "{{ Coupon.Spring }}"}};
    const Sendable text = made(fields);
    QCOMPARE(text.reason, QStringLiteral("refused"));
    QVERIFY(text.detail.contains(QStringLiteral("coupon")));
  }

  void theApprovedTextStandsForTheMessage() {
    const Sendable text = made(templateOnly(QStringLiteral("Dear {#var#}, bye"), {"{{ Profile.name }}"}), {});
    QVERIFY(text.ok);
    QCOMPARE(QString::fromStdString(text.text), QStringLiteral("Dear Asha, bye"));
    QCOMPARE(text.measure.parts, 1);
    QCOMPARE(text.fields->variables, QStringList{QStringLiteral("Asha")});
  }

  void anUnknownApprovedTextIsNoEmptyOne() {
    const Sendable text = made(templateOnly({}, {}), {});
    QVERIFY(text.ok);
    QVERIFY(text.text.empty());
    QCOMPARE(text.fields->templateId, QStringLiteral("1107"));
  }

  void aTextThatIsNotTheApprovedOneIsLeftOut() {
    FieldSources fields;
    fields.approvedText = QStringLiteral("Hi {#var#}");
    fields.matches = true;
    QVERIFY(made(fields).ok);
    QCOMPARE(made(fields, "Hello {{ Profile.name }}").reason, QStringLiteral("template_mismatch"));
    fields.matches = false;
    QVERIFY(made(fields, "Hello {{ Profile.name }}").ok);
  }

  void fieldsSurviveTheWorkspace() {
    const MadeFields fields{QStringLiteral("1107"),
                            {QStringLiteral("a"), QStringLiteral("b")},
                            {{QStringLiteral("uid"), QStringLiteral("7"), false}},
                            {{QStringLiteral("X-A"), QStringLiteral("1"), true}},
                            {{QStringLiteral("hid"), QStringLiteral("x"), false}}};
    QVERIFY(madeFieldsFromJson(madeFieldsToJson(fields)) == fields);
  }
};

QTEST_APPLESS_MAIN(FieldMakerTest)
#include "field_maker_test.moc"
