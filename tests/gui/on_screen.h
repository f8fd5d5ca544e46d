// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

#include "campaign/campaign_repository.h"
#include "window_fixture.h"

namespace heliograph::test {

/// The name of what has the focus, "nothing" if nothing has.
[[nodiscard]] inline QString focusName() {
  const QWidget* focus = QApplication::focusWidget();
  return focus ? focus->objectName() : QStringLiteral("nothing");
}

/// What the label of that name says; empty if it isn't shown.
[[nodiscard]] inline QString said(const WindowFixture& fixture, const char* name) {
  const auto* label = fixture.find<QLabel>(name);
  return label && label->isVisible() ? label->text() : QString();
}

/// The campaign that was changed last, as the workspace has it.
[[nodiscard]] inline campaign::Campaign savedCampaign(WindowFixture& fixture) {
  const auto all = fixture.workspace().campaigns.list();
  if (!all || all->empty()) return {};
  return fixture.workspace().campaigns.load(all->front().id).value_or(campaign::Campaign{});
}

}  // namespace heliograph::test
