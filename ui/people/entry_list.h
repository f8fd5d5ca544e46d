// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QVBoxLayout;

namespace heliograph::ui {

class Button;
class Label;
class Spinner;

/// A column of entries that comes in pieces: it says while it is read, when there is nothing, and what went wrong.
class EntryList final : public QWidget {
  Q_OBJECT
 public:
  /// `name` begins the object names of its parts.
  explicit EntryList(const QString& name, QWidget* parent = nullptr);

  /// Takes everything out and says that it is being read.
  void begin(const QString& words);
  /// The next piece is being read.
  void wait();
  void add(QWidget* entry);
  /// A piece is there. `empty` is said if there is nothing at all.
  void end(bool hasMore, const QString& empty);
  void fail(const QString& why);

 Q_SIGNALS:
  void moreRequested();
  void retryRequested();

 private:
  void showFoot(const QString& words, bool isBusy, bool hasMore, bool canRetry);

  QVBoxLayout* m_entries;
  Spinner* m_spinner;
  Label* m_words;
  Button* m_more;
  Button* m_retry;
};

/// One entry: what and when in a line, and under it what is known of it.
[[nodiscard]] QWidget* makeEntry(const QString& title, QWidget* beside, const QString& when, const QString& text);

}  // namespace heliograph::ui
