// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessibleWidget>

namespace heliograph::editors {

class MessageEditor;

/// The message editor for assistive technology: text in which a pill is its property's name in brackets, so that it is
/// spoken instead of "object". Offsets are in that spoken text.
class AccessibleMessageEditor final : public QAccessibleWidget,
                                      public QAccessibleTextInterface,
                                      public QAccessibleEditableTextInterface {
 public:
  explicit AccessibleMessageEditor(MessageEditor* editor);

  /// Makes Qt use it for every MessageEditor. May be called any number of times.
  static void install();

  void* interface_cast(QAccessible::InterfaceType type) override;
  [[nodiscard]] QString text(QAccessible::Text part) const override;
  [[nodiscard]] QAccessible::State state() const override;

  void selection(int index, int* start, int* end) const override;
  [[nodiscard]] int selectionCount() const override;
  void addSelection(int start, int end) override;
  void removeSelection(int index) override;
  void setSelection(int index, int start, int end) override;
  [[nodiscard]] int cursorPosition() const override;
  void setCursorPosition(int position) override;
  [[nodiscard]] QString text(int start, int end) const override;
  [[nodiscard]] int characterCount() const override;
  [[nodiscard]] QRect characterRect(int offset) const override;
  [[nodiscard]] int offsetAtPoint(const QPoint& point) const override;
  void scrollToSubstring(int start, int end) override;
  QString attributes(int offset, int* start, int* end) const override;

  void deleteText(int start, int end) override;
  void insertText(int offset, const QString& text) override;
  void replaceText(int start, int end, const QString& text) override;

 private:
  [[nodiscard]] MessageEditor* editor() const;
  [[nodiscard]] int cellOf(int spoken) const;
  [[nodiscard]] int spokenOf(int cell) const;
};

}  // namespace heliograph::editors
