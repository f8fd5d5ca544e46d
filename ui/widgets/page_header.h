// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;

namespace heliograph::ui {

class Label;

/// Title of a page, a line about it, and its actions at the right.
class PageHeader final : public QWidget {
  Q_OBJECT
 public:
  explicit PageHeader(const QString& title, const QString& subtitle = {}, QWidget* parent = nullptr);

  void setTitle(const QString& text);
  void setSubtitle(const QString& text);
  /// Adds a control at the right end.
  void addAction(QWidget* control);
  using QWidget::addAction;

 private:
  QHBoxLayout* m_row;
  Label* m_title;
  Label* m_subtitle;
};

}  // namespace heliograph::ui
