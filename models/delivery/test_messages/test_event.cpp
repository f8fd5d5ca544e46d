// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/test_messages/test_event.h"

#include <QTimeZone>
#include <algorithm>

#include "audience/live/event_root.h"
#include "audience/live/trigger_events.h"
#include "campaign/event_use.h"
#include "message/personalisation_token.h"

namespace heliograph::delivery {
namespace {

const QString kEdited = QStringLiteral(" edited");

QTimeZone testZone(const Clock& clock) {
  return audience::EvaluationTime::local(clock).zone;
}

/// The first that the message's tokens give it.
QString fallbackOf(const message::MessagePlan& plan, const QString& property) {
  for (const QByteArray& source : plan.sources()) {
    for (const message::SourcePiece& piece : message::tokenise(source)) {
      const bool same = piece.token && piece.token->root == QLatin1String("Event") && piece.token->property == property;
      if (same && piece.token->fallback) return *piece.token->fallback;
    }
  }
  return {};
}

/// What a property is in a test; nothing: its fallback is used.
QString valueIn(const TestEventProperty& property, const TestEvent& event) {
  const auto typed = event.typed.find(property.name);
  if (typed != event.typed.end()) return typed->second;
  return event.values == TestEvent::Values::Sample ? property.samples.value(0) : QString();
}

bool isOffered(const TestEventProperty& property, TestEvent::Values values, const QString& text) {
  if (values == TestEvent::Values::Sample) return property.samples.contains(text);
  return text.isEmpty() || text == property.fallback;
}

}  // namespace

QString testEventName(TestEvent::Values values) {
  return values == TestEvent::Values::Sample ? QStringLiteral("sample") : QStringLiteral("default");
}

Result<TestEvent::Values> testEventValues(const QString& name) {
  for (const auto values : {TestEvent::Values::Defaults, TestEvent::Values::Sample}) {
    if (name == testEventName(values)) return values;
  }
  return fail(ErrorCode::InvalidInput,
              QStringLiteral("“%1” are no event values. Write “default” or “sample”.").arg(name));
}

const TestEventProperty* TestEventForm::property(const QString& name) const {
  const auto found = std::find_if(properties.begin(), properties.end(),
                                  [&](const TestEventProperty& one) { return one.name == name; });
  return found == properties.end() ? nullptr : &*found;
}

Result<TestEventForm> testEventForm(const storage::Database& database, const Clock& clock,
                                    const campaign::Campaign& campaign, const message::MessagePlan& plan) {
  const QStringList read = plan.eventProperties();
  const auto readable = campaign::readableEvent(campaign.audience, std::nullopt);
  if (read.isEmpty() || !readable || readable->name.isEmpty()) return TestEventForm{};
  TestEventForm form;
  form.event = readable->name;
  form.outlived = readable->outlived;
  const auto types = audience::EventCatalog(database, clock).list();
  if (!types) return fail(types.error());
  const audience::EventType* type = audience::findEventType(*types, form.event);
  const auto samples = audience::TriggerEvents(database, clock).samples(campaign.audience.live, read);
  if (!samples) return fail(samples.error());
  form.from = samples->from;
  form.until = samples->until;
  form.isRecent = samples->isRecent;
  for (const audience::TriggerSample& sample : samples->properties) {
    TestEventProperty property{sample.property, audience::PropertyType::Text, fallbackOf(plan, sample.property), {}};
    const auto* known = type == nullptr ? nullptr : audience::findEventProperty(*type, sample.property);
    if (known != nullptr) property.type = known->type;
    for (const QVariant& value : sample.values) property.samples << audience::typedText(value, testZone(clock));
    property.samples.removeDuplicates();
    form.properties.push_back(std::move(property));
  }
  return form;
}

Result<message::MessagePlan> withTestEvent(const message::MessagePlan& plan, const TestEventForm& form,
                                           const TestEvent& event, const Clock& clock) {
  for (const auto& [name, text] : event.typed) {
    if (form.property(name) != nullptr) continue;
    return fail(ErrorCode::InvalidInput,
                form.event.isEmpty()
                    ? QStringLiteral("The message reads no event, so that “%1” has no value in it.").arg(name)
                    : QStringLiteral("The message doesn't read “%1” of the event “%2”.").arg(name, form.event));
  }
  if (form.event.isEmpty() || form.outlived) return plan;
  std::vector<std::pair<QString, QVariant>> values;
  for (const TestEventProperty& property : form.properties) {
    const QString text = valueIn(property, event);
    if (!text.isEmpty()) values.emplace_back(property.name, audience::typedValue(text, property.type, testZone(clock)));
  }
  return plan.withEvent(audience::eventRoot(values, testZone(clock)));
}

QString testEventRecord(const TestEventForm& form, const TestEvent& event) {
  if (form.event.isEmpty()) return {};
  const bool edited = std::any_of(form.properties.begin(), form.properties.end(), [&](const auto& property) {
    const auto typed = event.typed.find(property.name);
    return typed != event.typed.end() && !isOffered(property, event.values, typed->second);
  });
  if (form.outlived) return testEventName(TestEvent::Values::Defaults);
  return edited ? testEventName(event.values) + kEdited : testEventName(event.values);
}

QString describeTestEvent(const QString& record) {
  if (record.isEmpty()) return {};
  const bool sample = record.startsWith(testEventName(TestEvent::Values::Sample));
  const QString values = sample ? QStringLiteral("event values: sample") : QStringLiteral("event values: defaults");
  return record.endsWith(kEdited) ? values + QStringLiteral(", edited") : values;
}

}  // namespace heliograph::delivery
