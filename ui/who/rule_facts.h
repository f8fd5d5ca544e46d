// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>
#include <QTimer>

#include "core/background.h"
#include "ui/services.h"

namespace heliograph::ui {

class RuleList;

/// What the contacts say about the rules on the screen: how many people each lets through alone. Counted off the GUI
/// thread, one after the other, and kept until the contacts may have changed.
class RuleFacts final : public QObject {
  Q_OBJECT
 public:
  RuleFacts(Services& services, RuleList& list, QObject* parent = nullptr);

  /// The contacts may have changed: everything is looked up anew.
  void forget();
  /// True when each of several rules matches somebody, as far as they are counted.
  [[nodiscard]] bool eachMatchesSomebody() const;

 Q_SIGNALS:
  /// All rules are counted.
  void counted();

 private:
  void refresh();
  void countNext();

  Services& m_services;
  RuleList& m_list;
  QTimer m_pause;  ///< between a keystroke and counting
  CancelToken m_cancel;
  quint64 m_generation = 0;
  QHash<QByteArray, qint64> m_people;  ///< by the rule's JSON; -1: it can't be counted
};

}  // namespace heliograph::ui
