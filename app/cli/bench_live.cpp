// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/bench_live.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <array>
#include <cmath>

#include "audience/live/live_estimate.h"

namespace heliograph::cli {
namespace {

constexpr int kLiveTurns = 5;

Result<QJsonObject> measureOne(audience::SegmentEngine& engine, const QString& name, const audience::LiveSegment& live,
                               const audience::EvaluationTime& time) {
  std::array<double, kLiveTurns> milliseconds{};
  qint64 fired = 0;
  for (double& one : milliseconds) {
    engine.forgetAnswers();
    QElapsedTimer timer;
    timer.start();
    const auto estimate = engine.estimate(live, time);
    one = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    if (!estimate) return fail(ErrorCode::Internal, QStringLiteral("The columns can't answer “%1”.").arg(name));
    if (!*estimate) return fail(estimate->error());
    fired = (*estimate)->fired();
  }
  std::nth_element(milliseconds.begin(), milliseconds.begin() + kLiveTurns / 2, milliseconds.end());
  const double median = std::round(milliseconds[kLiveTurns / 2] * 100) / 100;
  return QJsonObject{{QStringLiteral("name"), name}, {QStringLiteral("fired"), fired}, {QStringLiteral("ms"), median}};
}

}  // namespace

Result<QJsonArray> measureLive(audience::SegmentEngine& engine, const QString& file,
                               const audience::EvaluationTime& time) {
  QFile source(file);
  if (!source.open(QIODevice::ReadOnly)) {
    return fail(ErrorCode::NotFound, QStringLiteral("There is no “%1”.").arg(file));
  }
  QJsonArray figures;
  for (const QJsonValue& value : QJsonDocument::fromJson(source.readAll()).array()) {
    const QString name = value[QStringLiteral("name")].toString();
    const auto live = audience::liveSegmentFromJson(value[QStringLiteral("live")].toObject());
    if (!live) return fail(ErrorCode::InvalidInput, name + QStringLiteral(": ") + live.error().message);
    auto measured = measureOne(engine, name, *live, time);
    if (!measured) return fail(measured.error());
    figures.append(*measured);
  }
  return figures;
}

}  // namespace heliograph::cli
