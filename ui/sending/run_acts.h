// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <functional>

#include "delivery/courier/sending_board.h"
#include "ui/services.h"

class QWidget;

namespace heliograph::ui {

/// What a person may do to a run, from wherever it is seen. Works in the background and wakes the sender afterwards.
class RunActs final : public QObject {
  Q_OBJECT
 public:
  /// Questions are asked over `window`.
  RunActs(Services& services, QWidget* window);

  void pause(RunId run);
  void resume(RunId run);
  /// Lets a run go that is held for that reason (delivery::hold).
  void release(RunId run, const QString& heldFor);
  /// Asks which copy won the run's A/B test, then sends it to the others.
  void askForWinner(RunId run);
  /// Asks, then ends the campaign for good.
  void askToStop(const delivery::SendingLine& line);
  /// Asks, then ends this one going out for good: nobody gets it.
  void askToSkip(const delivery::SendingLine& line);

 Q_SIGNALS:
  /// Something was changed.
  void acted();
  void failed(const QString& why);

 private:
  void run(std::function<Result<>()> work);
  void ask(const QString& title, const QString& words, const QString& yes, std::function<Result<>()> work);

  Services& m_services;
  QWidget* m_window;
};

}  // namespace heliograph::ui
