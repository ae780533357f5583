;;; Drives Emacs's eglot as a person would: see the finding, choose its fix from the menu, save. Ends with PASS or FAIL.
;; Emacs 29 and newer have eglot; for 28 it is a package. File and Python come through the environment.
(package-initialize)
(require 'eglot)
(require 'flymake)
(define-derived-mode terraform-mode prog-mode "Terraform")
(add-to-list 'eglot-server-programs
             `(terraform-mode . (,(getenv "CLOUDLINT_PYTHON") "-m" "cloudlint" "server")))
(setq eglot-sync-connect 30 eglot-autoshutdown t eglot-confirm-server-initiated-edits nil)

(defun out (&rest words) (princ (concat (apply #'format words) "\n")))
(defun until (what look)
  (let ((end (+ (float-time) 30)) found)
    (while (and (not (setq found (funcall look))) (< (float-time) end)) (accept-process-output nil 0.05))
    (or found (error "%s" what))))
(defun findings () (flymake-start) (flymake-diagnostics))

(condition-case trouble
    (let ((file (getenv "CLOUDLINT_FILE")) offered)
      (find-file file)
      (terraform-mode)
      (setq-local project-find-functions (list (lambda (_) (cons 'transient (file-name-directory file)))))
      (apply #'eglot (eglot--guess-contact))
      (flymake-mode 1)
      (let ((finding (car (until "no finding" #'findings))))
        (out "found %s" (flymake-diagnostic-text finding))
        (goto-char (flymake-diagnostic-beg finding)))
      (out "hover %s" (let ((shown (jsonrpc-request (eglot--current-server-or-lose) :textDocument/hover
                                                    (eglot--TextDocumentPositionParams))))
                        (substring (plist-get (plist-get shown :contents) :value) 0 60)))
      (cl-letf (((symbol-function 'completing-read)
                 (lambda (_ choices &rest _) (setq offered (mapcar #'car choices)) (caar choices)))
                ((symbol-function 'read-multiple-choice) (lambda (_ choices &rest _) (car choices))))
        (setq last-nonmenu-event ?x) ; else it asks with a menu of the window system
        (call-interactively #'eglot-code-actions))
      (dolist (title offered) (out "offered %s" title))
      (until "the fix did not come" (lambda () (string-match-p "\"private\"" (buffer-string))))
      (save-buffer) ; without idle timers, changes are told to the server here
      (until "the finding did not go" (lambda () (null (findings))))
      (undo-boundary)
      (undo-start)
      (while (not (string-match-p "\"public-read\"" (buffer-string))) (undo-more 1))
      (save-buffer)
      (until "undone, the finding did not come back" #'findings)
      (out "PASS")
      (eglot-shutdown (eglot-current-server))
      (kill-emacs 0))
  (error (out "FAIL %S" trouble) (kill-emacs 1)))
