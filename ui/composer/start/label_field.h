// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

class QLineEdit;
class QStringListModel;

namespace heliograph::ui {

class FlowLayout;

/// The labels of a campaign as chips that can be taken off, and a line that makes new ones: Enter or a comma ends a
/// label, Backspace in the empty line takes the last one off.
class LabelField final : public QWidget {
  Q_OBJECT
 public:
  explicit LabelField(QWidget* parent = nullptr);

  void setLabels(const QStringList& labels);
  [[nodiscard]] const QStringList& labels() const { return m_labels; }
  /// The labels other campaigns have, for completion.
  void setKnown(const QStringList& labels);
  [[nodiscard]] QLineEdit* line() const { return m_line; }

 Q_SIGNALS:
  void edited(const QStringList& labels);
  /// What was typed is no label; empty when that is mended.
  void problem(const QString& why);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void readCommas(const QString& text);
  bool add(const QString& text);
  void remove(qsizetype number);
  void showChips();

  QStringList m_labels;
  FlowLayout* m_flow;
  QLineEdit* m_line;
  QStringListModel* m_known;
};

}  // namespace heliograph::ui
