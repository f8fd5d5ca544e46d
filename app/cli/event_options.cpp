// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/event_options.h"

#include "app/cli/call.h"

namespace heliograph::cli {
namespace {

const QString kEventValues = QStringLiteral("event");
const QString kEventValue = QStringLiteral("event-value");

}  // namespace

std::vector<QCommandLineOption> eventOptions() {
  return {valueOption(kEventValues, QStringLiteral("default|sample"),
                      QStringLiteral("The event's values: fallbacks, or what such events have most often.")),
          valueOption(kEventValue, QStringLiteral("NAME=VALUE"),
                      QStringLiteral("A value of the event; may be given several times."))};
}

Result<std::optional<delivery::TestEvent>> readTestEvent(Call& call) {
  if (!call.isSet(kEventValues) && !call.isSet(kEventValue)) return std::optional<delivery::TestEvent>();
  delivery::TestEvent event;
  if (call.isSet(kEventValues)) {
    const auto values = delivery::testEventValues(call.value(kEventValues));
    if (!values) return fail(values.error());
    event.values = *values;
  }
  for (const QString& given : call.values(kEventValue)) {
    const qsizetype equals = given.indexOf(QLatin1Char('='));
    if (equals < 1) {
      return fail(ErrorCode::InvalidInput,
                  QStringLiteral("--event-value takes NAME=VALUE, such as Amount=2499, not “%1”.").arg(given));
    }
    event.typed[given.left(equals)] = given.mid(equals + 1);
  }
  return std::optional(std::move(event));
}

}  // namespace heliograph::cli
