// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What most tests with widgets read anyway, precompiled where HELIOGRAPH_UNITY is on. No test may count on it.
#pragma once

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTextEdit>
#include <QTimeZone>
#include <algorithm>
#include <memory>

#include "app/demo/demo_workspace.h"
#include "app/window/services_of.h"
#include "app/workspace/workspace.h"
#include "core/background.h"
#include "ui/window/main_window.h"
