// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace heliograph::ui {

/// A card that is a radio button: title and two lines about it. Put several into a QButtonGroup. When disabled `text`
/// says why.
class ChoiceCard final : public QAbstractButton {
  Q_OBJECT
 public:
  ChoiceCard(const QString& title, const QString& text, QWidget* parent = nullptr);

  void setDescription(const QString& text);
  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] bool hasHeightForWidth() const override { return true; }
  [[nodiscard]] int heightForWidth(int width) const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  QString m_description;
};

}  // namespace heliograph::ui
