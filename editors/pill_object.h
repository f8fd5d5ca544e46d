// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTextCharFormat>
#include <QTextObjectInterface>
#include <vector>

#include "editors/editor_theme.h"
#include "editors/message_text.h"

namespace heliograph::editors {

/// Draws pills (and open places, marks for characters nobody can see, and emoji that fonts don't draw whole) inside a
/// QTextDocument.
class PillObject final : public QObject, public QTextObjectInterface {
  Q_OBJECT
  Q_INTERFACES(QTextObjectInterface)
 public:
  /// The object type and the properties of its character format.
  enum Property {
    Type = QTextFormat::UserObject + 1,
    SourceBytes = QTextFormat::UserProperty + 1,
    Label,
    IsMark,
    IsEmoji,
    IsPlace,
    HasGap
  };

  using QObject::QObject;

  void setTheme(const EditorTheme& theme) { m_theme = theme; }

  /// How an open place of an approved text is called: "Value 2?".
  static QString placeLabel(const QByteArray& source);
  /// The format of the one character that stands for a pill or mark.
  static QTextCharFormat formatOf(const MessageText::Cell& cell);

  /// Draws the pills that were selected in the last drawing of the document, in the painter's coordinates then. The
  /// text layout washes its own colour over selected objects, so they come after it.
  void drawSelected(QPainter* painter);

  QSizeF intrinsicSize(QTextDocument* document, int position, const QTextFormat& format) override;
  void drawObject(QPainter* painter, const QRectF& rect, QTextDocument* document, int position,
                  const QTextFormat& format) override;

 private:
  struct Drawn {
    QRectF rect;
    QTextFormat format;
  };

  [[nodiscard]] QFont fontOf(const QTextFormat& format) const;
  void draw(QPainter* painter, const QRectF& rect, const QTextFormat& format, bool selected) const;
  void drawEmoji(QPainter* painter, const QRectF& rect, const QTextFormat& format, bool selected) const;

  EditorTheme m_theme;
  std::vector<Drawn> m_selected;
};

}  // namespace heliograph::editors
