// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QStringList>
#include <map>
#include <vector>

#include "audience/property.h"
#include "campaign/campaign.h"
#include "core/clock.h"
#include "core/result.h"
#include "message/message_plan.h"
#include "storage/database.h"

namespace heliograph::delivery {

/// What stands for the triggering event in a test: the same for everybody who gets it.
struct TestEvent {
  enum class Values { Defaults, Sample };

  Values values = Values::Defaults;
  std::map<QString, QString> typed = {};  ///< by property, in place of the fallback or of the most frequent value

  bool operator==(const TestEvent&) const = default;
};

/// Stable names: "default", "sample".
[[nodiscard]] QString testEventName(TestEvent::Values values);
/// The values of that name; InvalidInput for another.
[[nodiscard]] Result<TestEvent::Values> testEventValues(const QString& name);

/// A property of the triggering event that a message reads.
struct TestEventProperty {
  QString name;
  audience::PropertyType type = audience::PropertyType::Text;
  QString fallback;     ///< that the message has for it; empty: none that can be told
  QStringList samples;  ///< the most frequent first, at most 20

  bool operator==(const TestEventProperty&) const = default;
};

/// What can be chosen for the triggering event of a campaign's tests.
struct TestEventForm {
  QString event;                              ///< empty: the message reads none
  bool outlived = false;                      ///< the message leaves so late after it that fallbacks are used
  std::vector<TestEventProperty> properties;  ///< that are read
  QDateTime from;                             ///< UTC, of the samples; invalid: there are no such events
  QDateTime until;
  bool isRecent = false;  ///< the samples are of the last five days; else of the five days up to the newest event

  bool operator==(const TestEventForm&) const = default;

  [[nodiscard]] const TestEventProperty* property(const QString& name) const;
};

/// Reads what a plan of that campaign reads. Errors: those of storage.
[[nodiscard]] Result<TestEventForm> testEventForm(const storage::Database& database, const Clock& clock,
                                                  const campaign::Campaign& campaign, const message::MessagePlan& plan);

/// The plan with the values of a test. Errors: InvalidInput for a value of a property that isn't read.
[[nodiscard]] Result<message::MessagePlan> withTestEvent(const message::MessagePlan& plan, const TestEventForm& form,
                                                         const TestEvent& event, const Clock& clock);

/// What is kept of it with the test: "default", "sample", with " edited" behind where values were typed that the choice
/// doesn't offer; empty where no event is read.
[[nodiscard]] QString testEventRecord(const TestEventForm& form, const TestEvent& event);
/// The same in words: "event values: sample, edited".
[[nodiscard]] QString describeTestEvent(const QString& record);

}  // namespace heliograph::delivery
