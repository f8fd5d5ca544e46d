// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "library/linked_source_repository.h"
#include "ui/services.h"
#include "ui/widgets/list_page.h"

namespace heliograph::ui {

class LinkedForm;
class LinkedTester;

/// The sources of linked content: their list, and the one that is chosen with its test.
class LinkedPage final : public ListPage {
  Q_OBJECT
 public:
  explicit LinkedPage(Services& services, QWidget* parent = nullptr);

  /// Reads the list again; keeps what is being edited.
  void refresh();
  /// Shows the fields of a new source.
  void addNew() override;
  /// Shows a source once the list is read.
  void editSource(const QString& name);

 Q_SIGNALS:
  /// A source was added, changed or removed.
  void changed();

 private:
  struct Loaded;
  void showLoaded(const Loaded& loaded);
  void choose(int row) override;
  void show(const library::LinkedSource& source);
  void save() override;
  void saved(const Result<library::LinkedSourceId>& id, const QString& name);
  void askToRemove() override;
  void remove(const library::LinkedSource& source);

  Services& m_services;
  std::vector<library::LinkedSource> m_sources;
  library::LinkedSource m_shown;
  QString m_wanted;  ///< to be shown when the list is read
  bool m_edited = false;
  LinkedForm* m_form;
  LinkedTester* m_tester;
};

}  // namespace heliograph::ui
