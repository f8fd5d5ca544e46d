// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QTextLayout>
#include <QWidget>
#include <memory>
#include <vector>

#include "ui/theme/tokens.h"

namespace heliograph::ui {

/// The phone itself: frame, status bar, sender, bubbles and the line under them, painted by hand. Long texts scroll.
class PhoneScreen final : public QWidget {
  Q_OBJECT
 public:
  explicit PhoneScreen(QWidget* parent = nullptr);

  void setSender(const QString& sender);
  void setTexts(const QStringList& texts);
  void setMeasure(const QString& line);
  void setNotice(const QString& text);
  void setClock(const QString& text);
  [[nodiscard]] QStringList texts() const { return m_texts; }
  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  struct Paragraph {
    std::unique_ptr<QTextLayout> layout;
    qreal top = 0;  ///< in the bubble's text
    bool rightToLeft = false;
  };
  struct Bubble {
    std::vector<Paragraph> paragraphs;
    QRectF box;  ///< in the scrolled content
  };

  void layOut();
  [[nodiscard]] static Bubble makeBubble(const QString& text, qreal most);
  [[nodiscard]] QRectF frame() const;
  [[nodiscard]] QRectF content() const;
  void paintHead(QPainter& painter, const Tokens& tokens) const;
  void paintBubbles(QPainter& painter, const Tokens& tokens) const;
  void announce();

  QString m_sender;
  QStringList m_texts;
  QString m_measure;
  QString m_notice;
  QString m_clock;
  std::vector<Bubble> m_bubbles;
  qreal m_contentHeight = 0;
  qreal m_scroll = 0;
};

}  // namespace heliograph::ui
