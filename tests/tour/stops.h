// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "camera.h"
#include "ui/window/main_window.h"

namespace heliograph::tour {

/// Walks a part of the window and takes pictures; begins anywhere and ends on the list of campaigns.
using Walk = void (*)(ui::MainWindow& window, const Camera& camera);

void walkReport(ui::MainWindow& window, const Camera& camera);
void walkGoal(ui::MainWindow& window, const Camera& camera);
void walkQuiet(ui::MainWindow& window, const Camera& camera);
void walkLive(ui::MainWindow& window, const Camera& camera);
void walkComposer(ui::MainWindow& window, const Camera& camera);
void walkHoldBack(ui::MainWindow& window, const Camera& camera);
void walkPublish(ui::MainWindow& window, const Camera& camera);
void walkCopies(ui::MainWindow& window, const Camera& camera);
void walkSource(ui::MainWindow& window, const Camera& camera);
void walkWriting(ui::MainWindow& window, const Camera& camera);
void walkLinks(ui::MainWindow& window, const Camera& camera);
void walkPages(ui::MainWindow& window, const Camera& camera);
void walkRuleKinds(ui::MainWindow& window, const Camera& camera);
void walkImport(ui::MainWindow& window, const Camera& camera);
void walkShorteners(ui::MainWindow& window, const Camera& camera);
void walkLinked(ui::MainWindow& window, const Camera& camera);
void walkProviders(ui::MainWindow& window, const Camera& camera);
void walkPalette(ui::MainWindow& window, const Camera& camera);
void walkSandbox(ui::MainWindow& window, const Camera& camera);

}  // namespace heliograph::tour
