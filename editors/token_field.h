// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QWidget>
#include <vector>

#include "editors/editor_theme.h"
#include "editors/property_choice.h"
#include "editors/text_highlights.h"

namespace heliograph::editors {

class MessageEditor;

/// A line for a value that may be personalised (a link parameter, a template variable, a key-value): plain text with
/// properties as pills, opened by `@`. The value is canonical UTF-8 Liquid; what was typed is never changed by showing
/// it. Looks and behaves as a line edit: Tab leaves it, line breaks become blanks.
///
/// Undo belongs to the window where its action takes Ctrl+Z; elsewhere (in a dialog) the field goes through its own
/// values.
class TokenField final : public QWidget {
  Q_OBJECT
 public:
  explicit TokenField(QWidget* parent = nullptr);

  /// What is stored: Liquid, UTF-8.
  [[nodiscard]] QByteArray value() const;
  /// Shows another value without `valueEdited`; the same value leaves the caret alone.
  void setValue(const QByteArray& value);

  void setTheme(const EditorTheme& theme);
  /// What `@` offers.
  void setProperties(std::vector<PropertyChoice> properties);
  /// Waves under bytes of the value; replaces the earlier ones.
  void setProblems(std::vector<EditorProblem> problems);
  /// Shown while there is no value.
  void setPlaceholderText(const QString& text);
  /// How assistive technology calls it.
  void setName(const QString& name);
  /// Puts a value at the caret, replacing the selection.
  void insertSource(const QByteArray& source);
  [[nodiscard]] bool isMenuOpen() const;
  /// The part that has the focus and takes the keys.
  [[nodiscard]] MessageEditor* editor() const { return m_editor; }

  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;

 Q_SIGNALS:
  /// The person changed the value; `value` is the whole of it.
  void valueEdited(const QByteArray& value);
  /// Enter was pressed, or the focus went elsewhere.
  void editingFinished();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void changeEvent(QEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void takeEdit(const QByteArray& value);
  void step(std::vector<QByteArray>& from, std::vector<QByteArray>& to);

  MessageEditor* m_editor;
  QByteArray m_shown;
  std::vector<QByteArray> m_past;
  std::vector<QByteArray> m_future;
};

}  // namespace heliograph::editors
