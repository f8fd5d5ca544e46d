// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>
#include <type_traits>
#include <utility>

namespace heliograph {

/// The answer of work that runs elsewhere. `then()` is safe where QFuture::then(context, …) of Qt 6.4 is not: it may
/// outlive the context, which then simply hears nothing.
template <class T>
class Pending final {
 public:
  explicit Pending(QFuture<T> future) : m_future(std::move(future)) {}

  /// Calls `function` with the answer, on the thread of `context`, which must be the calling one. Nothing is called
  /// when the context is gone by then or the work was given up without an answer.
  template <class Function>
  void then(QObject* context, Function function) const {
    auto* watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context,
                     [watcher, function = std::move(function)]() mutable {
                       const QFuture<T> future = watcher->future();
                       watcher->deleteLater();
                       if constexpr (std::is_void_v<T>) {
                         if (!future.isCanceled()) function();
                       } else {
                         if (future.resultCount() > 0) function(future.result());
                       }
                     });
    watcher->setFuture(m_future);
  }

  /// Waits for the answer; not on the GUI thread.
  [[nodiscard]] T result() const { return m_future.result(); }
  [[nodiscard]] QFuture<T> future() const { return m_future; }

 private:
  QFuture<T> m_future;
};

template <class T>
Pending(QFuture<T>) -> Pending<T>;

}  // namespace heliograph
