// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace heliograph::ui {

class Label;
class Spinner;

/// A figure that is counted: a label, the number, and a line about it. While it is counted anew the old number stays,
/// greyed, with a spinner.
class BigNumber final : public QWidget {
  Q_OBJECT
 public:
  /// `large` for the one big number of a page (34 px), else a figure of a report (24 px).
  explicit BigNumber(const QString& label, bool large = true, QWidget* parent = nullptr);

  void setLabel(const QString& text);
  /// The number, with the separators of the person's locale.
  void setNumber(qint64 value);
  /// No number is known.
  void clear();
  void setNote(const QString& text);
  /// A new one is being counted.
  void setCounting(bool counting);

 private:
  class Figure;
  void announce();

  Label* m_label;
  Figure* m_figure;
  Label* m_note;
  Spinner* m_spinner;
};

}  // namespace heliograph::ui
