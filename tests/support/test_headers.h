// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What most tests read anyway, precompiled where HELIOGRAPH_UNITY is on. No test may count on it.
#pragma once

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>
#include <algorithm>
#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/background.h"
#include "core/result.h"
#include "storage/statement.h"
#include "support/manual_clock.h"
#include "support/workspace_fixture.h"
