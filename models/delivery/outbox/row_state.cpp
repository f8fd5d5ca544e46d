// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/outbox/row_state.h"

#include <QCoreApplication>

namespace heliograph::delivery {
namespace {

struct Words {
  const char* name;
  const char* text;
};

/// In the order of RowState.
constexpr std::array<Words, 8> kWords{{
    {"pending", QT_TRANSLATE_NOOP("RowState", "To be sent")},
    {"claimed", QT_TRANSLATE_NOOP("RowState", "About to be sent")},
    {"sending", QT_TRANSLATE_NOOP("RowState", "Being sent")},
    {"held", QT_TRANSLATE_NOOP("RowState", "Kept by the provider until its time")},
    {"accepted", QT_TRANSLATE_NOOP("RowState", "Accepted")},
    {"refused", QT_TRANSLATE_NOOP("RowState", "Refused")},
    {"in_doubt", QT_TRANSLATE_NOOP("RowState", "Unclear: may have arrived")},
    {"skipped", QT_TRANSLATE_NOOP("RowState", "Not sent to")},
}};

}  // namespace

QString rowStateName(RowState state) {
  return QLatin1String(kWords[static_cast<size_t>(state)].name);
}

RowState rowStateFromName(const QString& name) {
  for (const RowState state : allRowStates) {
    if (rowStateName(state) == name) return state;
  }
  return RowState::Pending;
}

QString rowStateText(RowState state) {
  return QCoreApplication::translate("RowState", kWords[static_cast<size_t>(state)].text);
}

}  // namespace heliograph::delivery
