// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "campaign/release.h"

class QSpinBox;

namespace heliograph::ui {

class Label;
class SegmentedChoice;

/// Everybody at once, or so many first and then ask.
class ReleaseChoice final : public QWidget {
  Q_OBJECT
 public:
  explicit ReleaseChoice(QWidget* parent = nullptr);

  /// Shows a release without a signal.
  void setRelease(const campaign::Release& release);
  /// How many would be sent to, for the words below; -1: not known.
  void setPeople(qint64 people);
  void focusChoice();

 Q_SIGNALS:
  void changed(const heliograph::campaign::Release& release);

 private:
  void choose();
  void showWords();
  [[nodiscard]] campaign::Release chosen() const;

  qint64 m_people = -1;
  SegmentedChoice* m_choice;
  QWidget* m_number;
  QSpinBox* m_first;
  Label* m_words;
};

}  // namespace heliograph::ui
