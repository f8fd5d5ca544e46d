// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "core/result.h"
#include "providers/shorteners/shortener.h"
#include "ui/services.h"
#include "ui/widgets/list_page.h"

namespace heliograph::ui {

class ShortenerForm;
class ShortenerTester;

/// The link shorteners: their list, and the one that is chosen with its test.
class ShortenersPage final : public ListPage {
  Q_OBJECT
 public:
  explicit ShortenersPage(Services& services, QWidget* parent = nullptr);

  /// Reads the list again; keeps what is being edited.
  void refresh();
  /// Shows the fields of a new one.
  void addNew() override;

 private:
  void showLoaded(const Result<std::vector<providers::Shortener>>& loaded);
  void choose(int row) override;
  void show(const providers::Shortener& shortener);
  void noteLength(int characters);
  void save() override;
  void saved(const Result<ShortenerId>& id, const QString& name);
  void askToRemove() override;
  void remove(const providers::Shortener& shortener);

  Services& m_services;
  std::vector<providers::Shortener> m_shorteners;
  providers::Shortener m_shown;
  QString m_wanted;  ///< to be shown when the list is read
  bool m_edited = false;
  ShortenerForm* m_form;
  ShortenerTester* m_tester;
};

}  // namespace heliograph::ui
