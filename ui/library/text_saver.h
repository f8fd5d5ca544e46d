// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QObject>
#include <QTimer>
#include <functional>
#include <map>
#include <optional>
#include <vector>

#include "core/background.h"
#include "library/text_repository.h"

namespace heliograph::ui {

/// Saves texts of the library within a second of a change, off the GUI thread and one write at a time, so that the
/// newest text is the one that stays. What is still unsaved when it is destroyed is saved before it goes.
class TextSaver final : public QObject {
  Q_OBJECT
 public:
  TextSaver(const library::TextRepository& repository, Background& background, QObject* parent = nullptr);
  ~TextSaver() override;

  /// Notes the newest text of one; it is written soon.
  void keep(LibraryTextId id, const QByteArray& text);
  /// Writes at once what waits, or as soon as the write under way has ended.
  void saveNow();
  /// Drops what waits of a text that is to go.
  void forget(LibraryTextId id);
  /// Writes what waits, then acts; at once when there is nothing to write.
  void whenSaved(std::function<void()> act);
  /// Waits until everything is written; false when there was nothing to write.
  bool flush();

 Q_SIGNALS:
  void saved();
  void failed(const QString& problem);

 private:
  [[nodiscard]] QFuture<Result<>> startWriting();
  void finish(const Result<>& written);

  const library::TextRepository& m_repository;
  Background& m_background;
  QTimer m_timer;
  std::map<LibraryTextId, QByteArray> m_waiting;
  std::optional<QFuture<Result<>>> m_writing;
  std::vector<std::function<void()>> m_next;  ///< wait for the end of all writes
};

}  // namespace heliograph::ui
